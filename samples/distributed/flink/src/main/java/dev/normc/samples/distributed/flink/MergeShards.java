package dev.normc.samples.distributed.flink;

import dev.normc.runtime.ShardPart;
import dev.normc.runtime.ShardTree;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Merges what shards hand in, and sends it on when its input has ended.
 *
 * <p>The state is the list of the parts of a {@link ShardTree}. Flink may hand the parts of a checkpoint to any tasks, more
 * or fewer than before, and what they make of them has the same bits. A part that came twice would end the job.
 *
 * @param <S> what shards hand in
 */
final class MergeShards<S extends ShardPart<S>> extends AbstractStreamOperator<PartMessage>
        implements OneInputStreamOperator<PartMessage, PartMessage>, BoundedOneInput {
    private static final long serialVersionUID = 1L;
    private static final TypeInformation<PartMessage> MESSAGE = TypeInformation.of(PartMessage.class);

    private final PartMessage.FromBytes<S> fromBytes;
    private final boolean isLast;
    private transient ListState<PartMessage> state;
    private transient ShardTree<S> tree;

    private MergeShards(PartMessage.FromBytes<S> fromBytes, boolean isLast) {
        this.fromBytes = fromBytes;
        this.isLast = isLast;
    }

    /**
     * Merges the parts of all shards: first on each machine, then in one task.
     *
     * @param uid begin of the names of both operators in checkpoints
     * @return one message, of the whole row of shards, when the input has ended
     */
    static <S extends ShardPart<S>> SingleOutputStreamOperator<PartMessage> all(
            String uid, DataStream<PartMessage> parts, PartMessage.FromBytes<S> fromBytes) {
        String here = uid + ": merge here";
        String all = uid + ": merge all";
        return parts.transform(here, MESSAGE, new MergeShards<>(fromBytes, false))
                .uid(here)
                .transform(all, MESSAGE, new MergeShards<>(fromBytes, true))
                .uid(all)
                .setParallelism(1);
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        state = context.getOperatorStateStore().getListState(new ListStateDescriptor<>("parts", MESSAGE));
        tree = ShardTree.none();
        for (PartMessage message : state.get()) {
            add(message);
        }
    }

    private void add(PartMessage message) {
        tree = tree.merge(new ShardTree<>(List.of(message.part(fromBytes))));
    }

    @Override
    public void processElement(StreamRecord<PartMessage> element) {
        add(element.getValue());
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        List<PartMessage> messages = new ArrayList<>();
        tree.parts().forEach(part -> messages.add(PartMessage.of(part)));
        state.update(messages);
    }

    /** A checkpoint from here on has these parts in the next operator, not in this one. */
    @Override
    public void endInput() {
        if (isLast) {
            tree.merged().ifPresent(merged -> send(PartMessage.of(0, merged)));
        } else {
            tree.parts().forEach(part -> send(PartMessage.of(part)));
        }
        tree = ShardTree.none();
    }

    private void send(PartMessage message) {
        output.collect(new StreamRecord<>(message));
    }
}

package dev.normc.samples.distributed.flink;

import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.functions.co.BroadcastProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Holds blocks back until what was merged from all of them has come, then lets them go with it.
 *
 * <p>Held blocks are state, as the activations of a step are in the memory of a machine. What was merged is broadcast and may
 * overtake blocks that are still on their way: those go at once.
 */
final class AwaitMerged extends BroadcastProcessFunction<Carried, PartMessage, Carried>
        implements CheckpointedFunction {
    private static final long serialVersionUID = 1L;
    private static final MapStateDescriptor<Integer, byte[]> MERGED =
            new MapStateDescriptor<>("merged", Types.INT, PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO);
    private static final int ONLY = 0;

    private transient ListState<Carried> held;

    private AwaitMerged() {}

    /** The blocks, each with what came. */
    static SingleOutputStreamOperator<Carried> of(
            String uid, DataStream<Carried> blocks, DataStream<PartMessage> merged) {
        return blocks.connect(merged.broadcast(MERGED))
                .process(new AwaitMerged(), TypeInformation.of(Carried.class))
                .name(uid)
                .uid(uid);
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        held = context.getOperatorStateStore()
                .getListState(new ListStateDescriptor<>("held", TypeInformation.of(Carried.class)));
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) {
        // Blocks are added to the state as they come.
    }

    @Override
    public void processElement(Carried block, ReadOnlyContext context, Collector<Carried> out) throws Exception {
        byte[] merged = context.getBroadcastState(MERGED).get(ONLY);
        if (merged == null) {
            held.add(block);
        } else {
            out.collect(block.with(merged));
        }
    }

    @Override
    public void processBroadcastElement(PartMessage merged, Context context, Collector<Carried> out) throws Exception {
        context.getBroadcastState(MERGED).put(ONLY, merged.merged());
        for (Carried block : held.get()) {
            out.collect(block.with(merged.merged()));
        }
        held.clear();
    }
}

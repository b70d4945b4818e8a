package dev.normc.samples.distributed.spark;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.serializers.JavaSerializer;
import dev.normc.runtime.ShardStatistics;
import dev.normc.runtime.ShardSums;
import dev.normc.runtime.ShardTree;
import dev.normc.samples.distributed.Block;
import dev.normc.samples.distributed.StepResult;
import java.util.List;
import org.apache.spark.serializer.KryoRegistrator;

/**
 * For jobs that set {@code spark.serializer} to Kryo: the one in Spark 4.1 knows no records, and these are records. As
 * {@code spark.kryo.registrator} this class leaves them to Java's serialization; everything else stays with Kryo.
 */
public final class RecordsInKryo implements KryoRegistrator {

    @Override
    public void registerClasses(Kryo kryo) {
        for (Class<?> type :
                List.of(ShardTree.class, ShardStatistics.class, ShardSums.class, Block.class, StepResult.class)) {
            kryo.register(type, new JavaSerializer());
        }
    }
}

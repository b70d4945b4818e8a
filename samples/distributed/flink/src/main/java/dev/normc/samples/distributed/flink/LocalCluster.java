package dev.normc.samples.distributed.flink;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Two task managers with two slots each in this JVM. Between them, and between checkpoints and tasks, everything is
 * serialized; jobs are submitted as to any cluster.
 */
public final class LocalCluster implements AutoCloseable {
    private static final int TASK_MANAGERS = 2;
    private static final int SLOTS = 2;

    private final MiniCluster cluster;

    private LocalCluster(MiniCluster cluster) {
        this.cluster = cluster;
    }

    /** Starts one. */
    public static LocalCluster start() throws Exception {
        Configuration configuration = new Configuration();
        configuration.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(16));
        MiniCluster cluster = new MiniCluster(new MiniClusterConfiguration.Builder()
                .setConfiguration(configuration)
                .setNumTaskManagers(TASK_MANAGERS)
                .setNumSlotsPerTaskManager(SLOTS)
                .withRandomPorts()
                .build());
        cluster.start();
        return new LocalCluster(cluster);
    }

    /** How many tasks of one kind can run at the same time. */
    public static int slots() {
        return TASK_MANAGERS * SLOTS;
    }

    /** Where jobs are submitted, to run on all slots. */
    Target target() throws Exception {
        URI address = cluster.getRestAddress().get();
        return new Target(address.getHost(), address.getPort(), slots(), List.of());
    }

    /** Where one job is built and run. */
    public StreamExecutionEnvironment environment(Configuration configuration) throws Exception {
        return target().environment(configuration);
    }

    /** What these jobs want: checkpoints, restarts, and no serializer that guesses. */
    public static Configuration configuration(Duration betweenCheckpoints) {
        Configuration configuration = new Configuration();
        configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, betweenCheckpoints);
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 5);
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(100));
        configuration.set(PipelineOptions.GENERIC_TYPES, false);
        return configuration;
    }

    /** A machine is lost, with all its tasks and their memory, and a new one comes. */
    public void replaceTaskManager(int number) throws Exception {
        cluster.terminateTaskManager(number).get();
        cluster.startTaskManager();
    }

    @Override
    public void close() throws Exception {
        cluster.close();
    }
}

package dev.normc.samples.distributed.flink;

import java.nio.file.Path;
import java.util.List;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * A cluster that jobs are submitted to.
 *
 * @param host of its REST interface
 * @param port of its REST interface
 * @param parallelism tasks of one kind that run at the same time
 * @param jars that are sent along with each job
 */
record Target(String host, int port, int parallelism, List<Path> jars) implements FlinkMain.Submission {

    @Override
    public StreamExecutionEnvironment environment(Configuration configuration) {
        StreamExecutionEnvironment flink = StreamExecutionEnvironment.createRemoteEnvironment(
                host, port, configuration, jars.stream().map(Path::toString).toArray(String[]::new));
        flink.configure(configuration); // again: a remote environment forgets whether state may be left over
        flink.setParallelism(parallelism);
        return flink;
    }

    /**
     * Reads {@code HOST:PORT PARALLELISM}.
     *
     * @throws IllegalArgumentException saying what is wrong with them
     */
    static Target of(List<String> arguments, Path jar) {
        String address = arguments.get(0);
        int colon = address.lastIndexOf(':');
        if (arguments.size() != 2 || colon < 1) {
            throw new IllegalArgumentException("takes nothing, or HOST:PORT of a cluster and the number of tasks");
        }
        return new Target(
                address.substring(0, colon),
                number("port", address.substring(colon + 1)),
                number("number of tasks", arguments.get(1)),
                List.of(jar));
    }

    private static int number(String what, String text) {
        try {
            int number = Integer.parseInt(text);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // The same answer as for a negative one.
        }
        throw new IllegalArgumentException(what + ": `" + text + "` is not a number above 0");
    }
}

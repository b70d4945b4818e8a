package dev.normc.samples.benchmarks.peers;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import dev.normc.samples.benchmarks.Norm;
import dev.normc.samples.benchmarks.Workload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An ONNX model of one normalization; field numbers are those of {@code onnx.proto3}.
 *
 * @param model the file's bytes
 * @param extents of x and y
 * @param params names of the inputs beside x, each with an element for every channel
 * @param statistics extents of the outputs beside y, by name
 */
record OnnxGraph(byte[] model, long[] extents, List<String> params, Map<String, long[]> statistics) {
    private static final int IR_VERSION = 10;
    private static final int OPSET = 21;
    private static final int FLOAT = 1;

    static OnnxGraph of(Workload workload) {
        long[] extents =
                workload.extents().stream().mapToLong(Integer::longValue).toArray();
        Map<String, long[]> statistics = statistics(workload);
        List<String> params =
                switch (workload.norm()) {
                    case RMS -> List.of("gamma");
                    case BATCH, BATCH_LAST -> List.of("gamma", "beta", "running_mean", "running_var");
                    default -> List.of("gamma", "beta");
                };
        byte[] model = message(out -> {
            out.writeInt64(1, IR_VERSION);
            out.writeBytes(7, nested(graph -> {
                graph.writeBytes(1, node(workload, params, statistics));
                graph.writeString(2, workload.title());
                graph.writeBytes(11, value("x", extents));
                for (String param : params) {
                    graph.writeBytes(11, value(param, new long[] {workload.channels()}));
                }
                graph.writeBytes(12, value("y", extents));
                for (Map.Entry<String, long[]> output : statistics.entrySet()) {
                    graph.writeBytes(12, value(output.getKey(), output.getValue()));
                }
            }));
            out.writeBytes(8, nested(opset -> {
                opset.writeString(1, "");
                opset.writeInt64(2, OPSET);
            }));
        });
        return new OnnxGraph(model, extents, params, statistics);
    }

    private static Map<String, long[]> statistics(Workload workload) {
        Map<String, long[]> statistics = new LinkedHashMap<>();
        long[] rows = {workload.batch(), 1};
        long[] channels = {workload.channels()};
        switch (workload.norm()) {
            case LAYER -> {
                statistics.put("mean", rows);
                statistics.put("scale", rows);
            }
            case RMS -> statistics.put("scale", rows);
            case BATCH, BATCH_LAST -> {
                statistics.put("new_mean", channels);
                statistics.put("new_var", channels);
            }
            case INSTANCE, GROUP -> {}
        }
        return statistics;
    }

    private static ByteString node(Workload workload, List<String> params, Map<String, long[]> statistics) {
        return nested(node -> {
            node.writeString(1, "x");
            for (String param : params) {
                node.writeString(1, param);
            }
            node.writeString(2, "y");
            for (String output : statistics.keySet()) {
                node.writeString(2, output);
            }
            node.writeString(4, operator(workload.norm()));
            node.writeBytes(5, nested(attribute -> {
                attribute.writeString(1, "epsilon");
                attribute.writeFloat(2, (float) workload.norm().epsilon());
                attribute.writeInt32(20, 1);
            }));
            switch (workload.norm()) {
                case LAYER, RMS -> node.writeBytes(5, integer("axis", -1));
                case BATCH, BATCH_LAST -> node.writeBytes(5, integer("training_mode", 1));
                case GROUP -> node.writeBytes(5, integer("num_groups", Workload.GROUPS));
                case INSTANCE -> {}
            }
        });
    }

    private static String operator(Norm norm) {
        return switch (norm) {
            case LAYER -> "LayerNormalization";
            case RMS -> "SimplifiedLayerNormalization";
            case BATCH, BATCH_LAST -> "BatchNormalization";
            case INSTANCE -> "InstanceNormalization";
            case GROUP -> "GroupNormalization";
        };
    }

    private static ByteString integer(String name, long value) {
        return nested(attribute -> {
            attribute.writeString(1, name);
            attribute.writeInt64(3, value);
            attribute.writeInt32(20, 2);
        });
    }

    /** A named float tensor of given extents. */
    private static ByteString value(String name, long[] extents) {
        ByteString shape = nested(out -> {
            for (long extent : extents) {
                out.writeBytes(1, nested(dimension -> dimension.writeInt64(1, extent)));
            }
        });
        ByteString tensor = nested(out -> {
            out.writeInt32(1, FLOAT);
            out.writeBytes(2, shape);
        });
        return nested(out -> {
            out.writeString(1, name);
            out.writeBytes(2, nested(type -> type.writeBytes(1, tensor)));
        });
    }

    private static ByteString nested(Fields fields) {
        return ByteString.copyFrom(message(fields));
    }

    private static byte[] message(Fields fields) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CodedOutputStream out = CodedOutputStream.newInstance(bytes);
        try {
            fields.write(out);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The fields of one message. */
    private interface Fields {
        void write(CodedOutputStream out) throws IOException;
    }
}

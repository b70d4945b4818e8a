package dev.normc.compiler.print;

import dev.normc.compiler.tensor.Axis;
import dev.normc.compiler.tensor.AxisSet;
import dev.normc.compiler.tensor.TensorExpr;
import dev.normc.compiler.tensor.TensorProgram;
import java.util.List;
import java.util.Locale;

/** A tensor program as text, a value a line. */
public final class TensorPrinter {
    private final TensorProgram program;

    private TensorPrinter(TensorProgram program) {
        this.program = program;
    }

    /** The whole program. */
    public static String print(TensorProgram program) {
        return new TensorPrinter(program).print();
    }

    private String print() {
        StringBuilder text = new StringBuilder("axes");
        for (Axis axis : program.axes()) {
            text.append(' ').append(axis.name()).append('=').append(axis.isDynamic() ? "?" : axis.extent());
        }
        text.append('\n');
        for (int i = 0; i < program.values().size(); i++) {
            text.append(String.format(
                    Locale.ROOT,
                    "%%%d%s = %s",
                    i,
                    axes(program.sets().get(i)),
                    expr(program.values().get(i))));
            String label = program.labels().get(i);
            text.append(label == null ? "" : "    // " + label).append('\n');
        }
        for (TensorProgram.Store store : program.stores()) {
            TensorProgram.Buffer buffer = program.buffers().get(store.buffer());
            text.append(buffer.role().name().toLowerCase(Locale.ROOT)).append(' ');
            text.append(buffer.name()).append(axes(AxisSet.of(buffer.layout())));
            text.append(" <- %").append(store.value()).append('\n');
        }
        return text.toString();
    }

    private String axes(AxisSet set) {
        List<String> names = set.positions().stream()
                .map(axis -> program.axes().get(axis).name())
                .toList();
        return names.isEmpty() ? "" : "[" + String.join(", ", names) + "]";
    }

    private String expr(TensorExpr expr) {
        return expr.match(new TensorExpr.Cases<String>() {
            @Override
            public String input(TensorExpr.Input node) {
                return program.buffers().get(node.buffer()).name();
            }

            @Override
            public String constant(TensorExpr.Constant node) {
                return Double.toString(node.value());
            }

            @Override
            public String size(TensorExpr.Size node) {
                return "size" + axes(node.over());
            }

            @Override
            public String index(TensorExpr.Index node) {
                return "index" + axes(AxisSet.of(node.axis()));
            }

            @Override
            public String map(TensorExpr.Map node) {
                List<String> operands =
                        node.operands().stream().map(operand -> "%" + operand).toList();
                return node.op().name().toLowerCase(Locale.ROOT) + " " + String.join(", ", operands);
            }

            @Override
            public String reduce(TensorExpr.Reduce node) {
                return node.reducer().name().toLowerCase(Locale.ROOT) + axes(node.over()) + " %" + node.operand();
            }

            @Override
            public String stop(TensorExpr.Stop node) {
                return "stop %" + node.operand();
            }

            @Override
            public String view(TensorExpr.View node) {
                String from = program.axes().get(node.from()).name();
                String to = program.axes().get(node.to()).name();
                String shift = node.shift() == 0 ? "" : String.format(Locale.ROOT, "%+d", node.shift());
                return "view[" + from + " -> " + to + shift + "] %" + node.operand();
            }
        });
    }
}

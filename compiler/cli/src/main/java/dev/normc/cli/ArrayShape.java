package dev.normc.cli;

import dev.normc.compiler.print.EquationPrinter;
import dev.normc.compiler.typed.AxisNames;
import dev.normc.compiler.typed.TypedNorm;
import dev.normc.runtime.npy.NpyArray;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The shape text that a set of arrays implies: every extent that one of them has, and what was said beside them. */
final class ArrayShape {
    private final TypedNorm norm;
    private final Map<String, Extent> extents = new LinkedHashMap<>();
    private Optional<Rest> rest = Optional.empty();

    /** The extent of an axis and the tensor that has it. */
    private record Extent(int extent, String tensor) {}

    /** The extents of {@code ..} and the tensor that has them. */
    private record Rest(List<Integer> extents, String tensor) {}

    private ArrayShape(TypedNorm norm) {
        this.norm = norm;
    }

    /**
     * The shape for the compiler, all extents fixed.
     *
     * @param arrays by the name of a declared tensor
     * @param said what {@code --shape} says; it must agree with the arrays
     * @throws UserFault naming the arrays, the axis and the extents if something does not fit
     */
    static String text(TypedNorm norm, Map<String, NpyArray> arrays, ShapeOption said) {
        ArrayShape shape = new ArrayShape(norm);
        for (TypedNorm.Tensor tensor : norm.tensors()) {
            if (arrays.containsKey(tensor.name())) {
                shape.bind(tensor, arrays.get(tensor.name()));
            }
        }
        return shape.text(said);
    }

    private void bind(TypedNorm.Tensor tensor, NpyArray array) {
        List<Integer> shape = array.shape();
        int restAt = tensor.axes().indexOf(AxisNames.REST);
        int fixed = tensor.axes().size() - (restAt < 0 ? 0 : 1);
        int further = shape.size() - fixed;
        if (further < 0 || restAt < 0 && further > 0) {
            throw rank(tensor, array, fixed, restAt >= 0);
        }
        String described = "`" + tensor.name() + "` " + tuple(shape);
        int at = 0;
        for (String axis : tensor.axes()) {
            if (axis.equals(AxisNames.REST)) {
                bindRest(shape.subList(at, at + further), described);
                at += further;
            } else {
                bind(axis, shape.get(at++), described);
            }
        }
    }

    private UserFault rank(TypedNorm.Tensor tensor, NpyArray array, int fixed, boolean open) {
        String declared = "`" + EquationPrinter.declaration(norm, tensor) + "`";
        String has = fixed == 0 && !open ? "is a scalar" : "has " + (open ? "at least " : "") + axes(fixed);
        return new UserFault(
                declared + " " + has + ", but its array has shape " + tuple(array.shape()),
                fixed == 0 && !open
                        ? "save a zero-dimensional array: numpy.save(FILE, a.reshape(()))"
                        : "reshape the array to the declared axes");
    }

    private static String axes(int count) {
        return count + (count == 1 ? " axis" : " axes");
    }

    private void bind(String axis, int extent, String tensor) {
        Extent known = extents.putIfAbsent(axis, new Extent(extent, tensor));
        if (known != null && known.extent() != extent) {
            throw new UserFault(
                    "axis `" + axis + "` is " + known.extent() + " in " + known.tensor() + " and " + extent + " in "
                            + tensor,
                    "give arrays whose extents agree");
        }
    }

    private void bindRest(List<Integer> further, String tensor) {
        if (rest.isEmpty()) {
            rest = Optional.of(new Rest(List.copyOf(further), tensor));
        } else if (!rest.get().extents().equals(further)) {
            throw new UserFault(
                    "`..` is " + tuple(rest.get().extents()) + " in "
                            + rest.get().tensor() + " and " + tuple(further) + " in " + tensor,
                    "give arrays whose extents agree");
        }
    }

    private String text(ShapeOption said) {
        List<String> parts = new ArrayList<>();
        extents.forEach((axis, extent) -> parts.add(axis + "=" + extent.extent()));
        List<String> restNames = new ArrayList<>();
        said.entries().forEach((name, value) -> {
            if (extents.containsKey(name)) {
                agree(name, value, extents.get(name).extent(), extents.get(name).tensor());
            } else if (rest.isPresent() && Character.isUpperCase(name.charAt(0)) && !isKnown(name)) {
                restNames.add(name);
            } else {
                parts.add(name + "=" + value);
            }
        });
        rest.ifPresent(further -> parts.addAll(restParts(further, restNames, said)));
        return String.join(", ", parts);
    }

    private List<String> restParts(Rest further, List<String> said, ShapeOption option) {
        int count = further.extents().size();
        if (!said.isEmpty() && said.size() != count) {
            throw new UserFault(
                    "`--shape` names " + axes(said.size()) + " for `..` (`" + String.join("`, `", said) + "`), but "
                            + further.tensor() + " has " + count,
                    "name all axes of `..` in order, or none");
        }
        List<String> names = said.isEmpty() ? RestNames.of(norm, count) : said;
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String name = names.get(i);
            if (!said.isEmpty()) {
                agree(name, option.entries().get(name), further.extents().get(i), further.tensor());
            }
            parts.add(name + "=" + further.extents().get(i));
        }
        return parts;
    }

    private static void agree(String axis, String said, int extent, String tensor) {
        if (!said.matches("0*" + extent)) {
            throw new UserFault(
                    "`" + axis + "=" + said + "` is given, but " + tensor + " has " + axis + "=" + extent,
                    "leave `" + axis + "` out: the extents come from the arrays");
        }
    }

    private boolean isKnown(String name) {
        return RestNames.isKnown(norm, name);
    }

    /** A shape as NumPy writes it. */
    static String tuple(List<Integer> shape) {
        String inner = String.join(", ", shape.stream().map(String::valueOf).toList());
        return "(" + inner + (shape.size() == 1 ? ",)" : ")");
    }
}

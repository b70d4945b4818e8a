package dev.normc.compiler.check;

import dev.normc.compiler.ast.AxisTerm;
import dev.normc.compiler.ast.Clause;
import dev.normc.compiler.ast.Identifier;
import dev.normc.compiler.ast.NormDecl;
import dev.normc.compiler.diag.Diagnostics;
import dev.normc.compiler.diag.ErrorCode;
import dev.normc.compiler.typed.AxisNames;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The axes that a norm declares, products and renamings among them, with every name checked. */
final class AxisDeclarations {
    private final NormDecl norm;
    private final Diagnostics diagnostics;
    private final Map<String, List<String>> products = new LinkedHashMap<>();

    AxisDeclarations(NormDecl norm, Diagnostics diagnostics) {
        this.norm = norm;
        this.diagnostics = diagnostics;
    }

    /** The axes of tensors, in the order of their roles, and of renamings. */
    AxisNames collect(Collection<Declarations.Declared> ordered, Map<String, NormDecl.Constant> constants) {
        for (Declarations.Declared declared : ordered) {
            for (AxisTerm term : declared.tensor().axes()) {
                product(term);
            }
        }
        Set<String> atoms = new LinkedHashSet<>();
        for (Declarations.Declared declared : ordered) {
            atoms.addAll(tensorAtoms(declared.tensor()));
        }
        List<AxisNames.Rename> renames = renames(atoms);
        Map<String, Integer> extents = new HashMap<>();
        constants.forEach((name, constant) -> {
            if (Character.isUpperCase(name.charAt(0))) {
                extents.put(name, (int) constant.value());
            }
        });
        if (atoms.size() > AxisNames.MOST) {
            diagnostics.error(
                    ErrorCode.N0103,
                    norm.span(),
                    "a norm with " + atoms.size() + " axes",
                    "more than " + AxisNames.MOST);
            diagnostics.throwIfAny(); // Sets of axes are small from here on.
        }
        return new AxisNames(new ArrayList<>(atoms), products, extents, renames);
    }

    /** The axes that a renaming brings in are axes of the norm. */
    private List<AxisNames.Rename> renames(Set<String> atoms) {
        List<AxisNames.Rename> renames = new ArrayList<>();
        for (AxisTerm term : RenamedAxes.of(norm)) {
            Identifier to = term.renamed().get(0);
            axisName(to);
            for (Identifier axis : List.of(term.name(), to)) {
                if (products.containsKey(axis.text())) {
                    diagnostics.error(
                            ErrorCode.N0209,
                            axis.span(),
                            "axis `" + axis.text() + "` is a product and cannot be renamed",
                            "",
                            "rename its factors: `" + String.join("`, `", products.get(axis.text())) + "`");
                }
            }
            atoms.add(to.text());
            renames.add(new AxisNames.Rename(term.name().text(), to.text()));
        }
        return renames;
    }

    private void product(AxisTerm term) {
        if (term.factors().isEmpty()) {
            return;
        }
        List<String> factors = term.factors().stream().map(Identifier::text).toList();
        String name = term.name().text();
        List<String> before = products.get(name);
        Set<String> distinct = new HashSet<>(factors);
        distinct.add(name);
        if (before != null && !before.equals(factors)) {
            diagnostics.error(
                    ErrorCode.N0209,
                    term.span(),
                    "axis `" + name + "` is written as two different products",
                    "before it was `" + String.join("*", before) + "`",
                    "an axis has one factorization");
        } else if (distinct.size() != factors.size() + 1) {
            diagnostics.error(ErrorCode.N0209, term.span(), "axis `" + name + "` repeats a factor", "");
        } else {
            products.put(name, factors);
        }
        for (Identifier factor : term.factors()) {
            axisName(factor);
            if (products.containsKey(factor.text())) {
                nested(factor);
            }
        }
        if (products.values().stream().anyMatch(others -> others.contains(name))) {
            nested(term.name());
        }
    }

    private void nested(Identifier factor) {
        diagnostics.error(
                ErrorCode.N0209,
                factor.span(),
                "factor `" + factor.text() + "` is a product itself",
                "",
                "write the product out: `C = A*B*K`");
    }

    private List<String> tensorAtoms(Clause.Tensor tensor) {
        List<String> atoms = new ArrayList<>();
        for (AxisTerm term : tensor.axes()) {
            if (!term.isRest()) {
                axisName(term.name());
            }
            for (String atom : products.getOrDefault(
                    term.name().text(), List.of(term.name().text()))) {
                if (atoms.contains(atom)) {
                    diagnostics.error(
                            term.isRest() ? ErrorCode.N0208 : ErrorCode.N0203,
                            term.span(),
                            "`" + tensor.name().text() + "` has axis `" + atom + "` twice",
                            "",
                            term.isRest() ? "`..` stands once in a tensor" : "give one of them another name");
                } else {
                    atoms.add(atom);
                }
            }
        }
        return atoms;
    }

    private void axisName(Identifier name) {
        if (!Character.isUpperCase(name.text().charAt(0))) {
            diagnostics.error(
                    ErrorCode.N0204,
                    name.span(),
                    "the axis `" + name.text() + "` begins with a small letter",
                    "small letters are for values",
                    "write `" + Character.toUpperCase(name.text().charAt(0))
                            + name.text().substring(1) + "`");
        }
    }
}

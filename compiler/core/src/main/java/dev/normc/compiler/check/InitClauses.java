package dev.normc.compiler.check;

import dev.normc.compiler.ast.AxisTerm;
import dev.normc.compiler.ast.Clause;
import dev.normc.compiler.ast.Identifier;
import dev.normc.compiler.ast.NormDecl;
import dev.normc.compiler.diag.Diagnostics;
import dev.normc.compiler.diag.ErrorCode;
import dev.normc.compiler.typed.TypedNorm;
import dev.normc.runtime.BufferRole;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Data-dependent initial values as a norm of their own: its inputs are the tensors after {@code from}, its outputs the
 * params.
 */
final class InitClauses {
    private final NormDecl norm;
    private final Declarations declarations;
    private final Diagnostics diagnostics;
    private final Map<String, Clause.Tensor> tensors = new LinkedHashMap<>();

    InitClauses(NormDecl norm, Declarations declarations, Diagnostics diagnostics) {
        this.norm = norm;
        this.declarations = declarations;
        this.diagnostics = diagnostics;
    }

    /** The norm as a person would write it; empty where there is no {@code init}. */
    Optional<NormDecl> asNorm() {
        List<Clause> clauses = new ArrayList<>();
        for (Clause clause : norm.clauses()) {
            if (clause instanceof Clause.Init init) {
                param(init);
                init.from().forEach(this::tensor);
                clauses.add(new Clause.Equation(true, init.param(), init.value(), init.span()));
            }
        }
        if (clauses.isEmpty()) {
            return Optional.empty();
        }
        clauses.add(0, new Clause.Declare(Clause.Kind.INPUT, List.copyOf(tensors.values()), norm.span()));
        return Optional.of(new NormDecl(
                norm.name(), norm.constants(), clauses, norm.documentation(), norm.complete(), norm.span()));
    }

    private void param(Clause.Init init) {
        Declarations.Declared declared = declarations.tensors().get(init.param().text());
        if (declared == null || declared.role() != BufferRole.PARAM) {
            diagnostics.error(
                    ErrorCode.N0202,
                    init.param().span(),
                    "`" + init.param().text() + "` is not a param",
                    "",
                    "`init` computes the first value of a param");
        }
    }

    private void tensor(Clause.Tensor tensor) {
        Clause.Tensor before = tensors.putIfAbsent(tensor.name().text(), tensor);
        Identifier name = tensor.name();
        if (before != null && !axes(before).equals(axes(tensor))) {
            diagnostics.error(
                    ErrorCode.N0203,
                    name.span(),
                    "`" + name.text() + "` is declared twice with different axes",
                    "",
                    "give one of them another name");
        }
        if (declarations.names().containsKey(name.text())) {
            diagnostics.error(
                    ErrorCode.N0203,
                    name.span(),
                    "`" + name.text() + "` is declared in the norm, too",
                    "",
                    "give the data another name");
        }
    }

    private static List<String> axes(Clause.Tensor tensor) {
        return tensor.axes().stream().map(AxisTerm::name).map(Identifier::text).toList();
    }

    /** Each initial value runs along the axes of its param, in their order. */
    void layouts(TypedNorm initializer) {
        for (TypedNorm.Equation output : initializer.outputs()) {
            Declarations.Declared param = declarations.tensors().get(output.name());
            List<String> value = initializer.axes().merged(output.value().axes());
            if (param != null && !axes(param.tensor()).equals(value)) {
                diagnostics.error(
                        ErrorCode.N0215,
                        output.span(),
                        "`" + output.name() + "` has axes [" + String.join(", ", axes(param.tensor()))
                                + "], its initial value [" + String.join(", ", value) + "]",
                        "",
                        "reduce over the others, in tensors that list them in the same order");
            }
        }
    }
}

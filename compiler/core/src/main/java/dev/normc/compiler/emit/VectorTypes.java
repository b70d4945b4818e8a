package dev.normc.compiler.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The names of the vector classes, and the species that a kernel holds. */
final class VectorTypes {
    private static final String PACKAGE = "jdk.incubator.vector";

    static final ClassName WIDE = ClassName.get(PACKAGE, "DoubleVector");
    static final ClassName NARROW = ClassName.get(PACKAGE, "FloatVector");
    static final ClassName OPERATORS = ClassName.get(PACKAGE, "VectorOperators");
    private static final ClassName SPECIES = ClassName.get(PACKAGE, "VectorSpecies");

    /** The field with the species of f64 vectors. */
    static final String F64 = "F64";

    /** The field with the species of f32 vectors of as many elements. */
    static final String F32 = "F32";

    private VectorTypes() {}

    /** Constants of the class, which the JIT compiler must see as such. */
    static List<FieldSpec> fields(int bits) {
        return List.of(
                field(F64, WIDE, ClassName.get(Double.class), bits, "Vectors in which it computes.\n"),
                field(F32, NARROW, ClassName.get(Float.class), bits / 2, "As many elements of storage.\n"));
    }

    private static FieldSpec field(String name, ClassName vector, TypeName element, int bits, String comment) {
        return FieldSpec.builder(
                        ParameterizedTypeName.get(SPECIES, element),
                        name,
                        Modifier.PRIVATE,
                        Modifier.STATIC,
                        Modifier.FINAL)
                .addJavadoc(comment)
                .initializer("$T.SPECIES_$L", vector, bits)
                .build();
    }
}

package dev.normc.compiler.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import dev.normc.runtime.DataType;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The names of the vector classes, and the species that a kernel holds. */
final class VectorTypes {
    private static final String PACKAGE = "jdk.incubator.vector";

    static final ClassName WIDE = ClassName.get(PACKAGE, "DoubleVector");
    static final ClassName NARROW = ClassName.get(PACKAGE, "FloatVector");
    static final ClassName INTS = ClassName.get(PACKAGE, "IntVector");
    static final ClassName LONGS = ClassName.get(PACKAGE, "LongVector");
    static final ClassName SHORTS = ClassName.get(PACKAGE, "ShortVector");
    static final ClassName OPERATORS = ClassName.get(PACKAGE, "VectorOperators");
    private static final ClassName PREPARED = ClassName.get("dev.normc.runtime.vector", "PreparedSpecies");
    static final ClassName MASK = ClassName.get(PACKAGE, "VectorMask");
    private static final ClassName SPECIES = ClassName.get(PACKAGE, "VectorSpecies");

    /** The field with the species of f64 vectors. */
    static final String F64 = "F64";

    /** The field with the species of f32 vectors of as many elements. */
    static final String F32 = "F32";

    /** The field with the species of 32-bit integers, as many elements. */
    static final String I32 = "I32";

    /** The field with the species of 16-bit integers, as many elements. */
    static final String S16 = "S16";

    /** No species has fewer bits. */
    private static final int FEWEST_BITS = 64;

    private static final int NARROWEST_FUNCTIONS = 256;

    private VectorTypes() {}

    /** The class with the elementary functions over arrays: vectors of two lanes are slower than plain Java. */
    static ClassName functions(int bits) {
        return bits < NARROWEST_FUNCTIONS
                ? ClassName.get("dev.normc.runtime.math", "ArrayMath")
                : ClassName.get("dev.normc.runtime.vector", "VectorMath");
    }

    /**
     * Constants of the class, which the JIT compiler must see as such.
     *
     * @param storage of the tensors
     */
    static List<FieldSpec> fields(int bits, DataType storage) {
        List<FieldSpec> fields = new ArrayList<>();
        fields.add(field(F64, Double.class, species(WIDE, bits), "Vectors in which it computes.\n"));
        fields.add(field(F32, Float.class, species(NARROW, bits / 2), "As many elements of storage.\n"));
        if (storage.isShort() && bits / 4 >= FEWEST_BITS) {
            fields.add(field(I32, Integer.class, species(INTS, bits / 2), "As many, while they are widened.\n"));
            fields.add(field(S16, Short.class, species(SHORTS, bits / 4), "As many elements of storage.\n"));
        }
        return fields;
    }

    private static CodeBlock species(ClassName vector, int bits) {
        return CodeBlock.of("$T.SPECIES_$L", vector, bits);
    }

    /** That of the first kernel in a JVM is prepared, or JDK 17 makes objects of vectors. */
    static CodeBlock prepared(int bits) {
        return CodeBlock.of("$T.prepare($L);\n", PREPARED, bits);
    }

    private static FieldSpec field(String name, Class<?> element, CodeBlock species, String comment) {
        return FieldSpec.builder(
                        ParameterizedTypeName.get(SPECIES, ClassName.get(element)),
                        name,
                        Modifier.PRIVATE,
                        Modifier.STATIC,
                        Modifier.FINAL)
                .addJavadoc(comment)
                .initializer(species)
                .build();
    }
}

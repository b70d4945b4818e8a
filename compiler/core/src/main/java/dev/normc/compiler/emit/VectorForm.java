package dev.normc.compiler.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.normc.compiler.loop.Schedule;

/**
 * The vectors in which a loop computes. Those of f32 have as many elements as those of f64, half the width: with two classes of
 * one element type in a JVM, JDK 17 makes objects of the vectors of all kernels.
 *
 * @param vector their class
 * @param species the field that holds their species
 * @param width elements in one
 * @param narrow whether they are of f32
 */
record VectorForm(ClassName vector, String species, int width, boolean narrow) {

    /** The form of a loop. */
    static VectorForm of(Schedule schedule, boolean narrow) {
        int width = schedule.vectorElements();
        return narrow
                ? new VectorForm(VectorTypes.NARROW, VectorTypes.F32, width, true)
                : new VectorForm(VectorTypes.WIDE, VectorTypes.F64, width, false);
    }

    /** The class of what a comparison of two vectors gives. */
    TypeName mask() {
        return ParameterizedTypeName.get(VectorTypes.MASK, ClassName.get(narrow ? Float.class : Double.class));
    }
}

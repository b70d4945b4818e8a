package dev.normc.compiler.emit;

import com.palantir.javapoet.ClassName;
import dev.normc.compiler.loop.Schedule;

/**
 * The vectors in which a loop computes.
 *
 * @param vector their class
 * @param species the field that holds their species
 * @param width elements in one
 * @param narrow whether they are of f32
 */
record VectorForm(ClassName vector, String species, int width, boolean narrow) {

    /** The form of a loop. */
    static VectorForm of(Schedule schedule, boolean narrow) {
        int width = schedule.vectorElements(narrow);
        return narrow
                ? new VectorForm(VectorTypes.NARROW, VectorTypes.WHOLE_F32, width, true)
                : new VectorForm(VectorTypes.WIDE, VectorTypes.F64, width, false);
    }
}

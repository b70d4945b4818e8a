package dev.normc.samples.benchmarks.peers;

import dev.normc.samples.benchmarks.Norm;
import dev.normc.samples.benchmarks.Workload;
import org.bytedeco.dnnl.batch_normalization_backward;
import org.bytedeco.dnnl.batch_normalization_forward;
import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.global.dnnl.normalization_flags;
import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.bytedeco.dnnl.group_normalization_backward;
import org.bytedeco.dnnl.group_normalization_forward;
import org.bytedeco.dnnl.layer_normalization_backward;
import org.bytedeco.dnnl.layer_normalization_forward;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.primitive;

/**
 * What oneDNN runs for a workload, for the number of threads that OpenMP has now.
 *
 * @param data layout of x, y, dx and dy
 * @param statistics layout of the mean and the variance
 * @param params layout of gamma, beta and their gradients
 */
record OneDnnPrimitives(
        primitive forward, primitive backward, memory.desc data, memory.desc statistics, memory.desc params) {
    private static final int TRAINING = prop_kind.forward_training.value;
    private static final int GRADIENTS = prop_kind.backward.value;

    static OneDnnPrimitives of(engine cpu, Workload workload) {
        int flags = normalization_flags.use_scale.value
                | (workload.norm() == Norm.RMS
                        ? normalization_flags.rms_norm.value
                        : normalization_flags.use_shift.value);
        memory.desc data = data(workload);
        memory.desc params = row(workload.channels());
        float epsilon = (float) workload.norm().epsilon();
        return switch (workload.norm()) {
            case LAYER, RMS -> layer(cpu, data, params, epsilon, flags);
            case BATCH, BATCH_LAST -> batch(cpu, data, params, epsilon, flags);
            case INSTANCE, GROUP -> group(cpu, data, params, workload.statistics() / workload.batch(), epsilon, flags);
        };
    }

    private static OneDnnPrimitives layer(engine cpu, memory.desc data, memory.desc params, float epsilon, int flags) {
        layer_normalization_forward.primitive_desc forward =
                new layer_normalization_forward.primitive_desc(cpu, TRAINING, data, data, epsilon, flags);
        layer_normalization_backward.primitive_desc backward = new layer_normalization_backward.primitive_desc(
                cpu, GRADIENTS, data, data, data, epsilon, flags, forward);
        return new OneDnnPrimitives(
                new layer_normalization_forward(forward),
                new layer_normalization_backward(backward),
                data,
                forward.mean_desc(),
                params);
    }

    private static OneDnnPrimitives batch(engine cpu, memory.desc data, memory.desc params, float epsilon, int flags) {
        batch_normalization_forward.primitive_desc forward =
                new batch_normalization_forward.primitive_desc(cpu, TRAINING, data, data, epsilon, flags);
        batch_normalization_backward.primitive_desc backward = new batch_normalization_backward.primitive_desc(
                cpu, GRADIENTS, data, data, data, epsilon, flags, forward);
        return new OneDnnPrimitives(
                new batch_normalization_forward(forward),
                new batch_normalization_backward(backward),
                data,
                forward.mean_desc(),
                params);
    }

    private static OneDnnPrimitives group(
            engine cpu, memory.desc data, memory.desc params, long groups, float epsilon, int flags) {
        group_normalization_forward.primitive_desc forward =
                new group_normalization_forward.primitive_desc(cpu, TRAINING, data, data, groups, epsilon, flags);
        group_normalization_backward.primitive_desc backward = new group_normalization_backward.primitive_desc(
                cpu, GRADIENTS, data, data, data, groups, epsilon, flags, forward);
        return new OneDnnPrimitives(
                new group_normalization_forward(forward),
                new group_normalization_backward(backward),
                data,
                forward.mean_desc(),
                params);
    }

    /** Row-major; channels-last extents are given as N, C, H, W, and the tag says how they lie. */
    private static memory.desc data(Workload workload) {
        long[] extents =
                workload.extents().stream().mapToLong(Integer::longValue).toArray();
        if (workload.norm() == Norm.BATCH_LAST) {
            long[] axes = {extents[0], extents[3], extents[1], extents[2]};
            return new memory.desc(axes, memory.data_type.f32, memory.format_tag.acdb);
        }
        memory.format_tag tag = extents.length == 2 ? memory.format_tag.ab : memory.format_tag.abcd;
        return new memory.desc(extents, memory.data_type.f32, tag);
    }

    private static memory.desc row(int elements) {
        return new memory.desc(new long[] {elements}, memory.data_type.f32, memory.format_tag.a);
    }
}

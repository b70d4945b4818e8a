package dev.normc.samples.distributed;

import java.util.List;

/** Arrays one behind the other. */
final class Joined {

    private Joined() {}

    static float[] of(List<float[]> parts) {
        float[] joined = new float[parts.stream().mapToInt(part -> part.length).sum()];
        int offset = 0;
        for (float[] part : parts) {
            System.arraycopy(part, 0, joined, offset, part.length);
            offset += part.length;
        }
        return joined;
    }
}

package dev.normc.cli;

import dev.normc.compiler.loop.Count;
import dev.normc.runtime.BufferSpec;

/** The size of a buffer in bytes. */
final class BufferBytes {
    private BufferBytes() {}

    /** A fixed part and what each index of the dynamic axis adds. */
    static Count of(BufferSpec buffer) {
        long none = buffer.elements(0);
        long perDynamic = buffer.isDynamic() ? buffer.elements(1) - none : 0;
        return new Count(
                none * buffer.type().bytes(), perDynamic * buffer.type().bytes());
    }
}

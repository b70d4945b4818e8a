package dev.normc.runtime.npy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;

/** Files as bytes: two that NumPy wrote, and others with a header written by hand. */
final class NpyBytes {
    /** {@code np.save(f, np.arange(6, dtype='<f4').reshape(2, 3))}, the same in NumPy 1.26 and 2.4. */
    static final byte[] NUMPY_MATRIX = ("\u0093NUMPY\1\0v\0{'descr': '<f4', 'fortran_order': False, "
                    + "'shape': (2, 3), }" + " ".repeat(58) + "\n"
                    + "\0\0\0\0\0\0\u0080?\0\0\0@\0\0@@\0\0\u0080@\0\0\u00a0@")
            .getBytes(ISO_8859_1);

    /** {@code np.save(f, np.array(2.5))}, the same in NumPy 1.26 and 2.4. */
    static final byte[] NUMPY_SCALAR = ("\u0093NUMPY\1\0v\0{'descr': '<f8', 'fortran_order': False, "
                    + "'shape': (), }" + " ".repeat(62) + "\n"
                    + "\0\0\0\0\0\0\4@")
            .getBytes(ISO_8859_1);

    private NpyBytes() {}

    static byte[] header(String descriptor, String fortranOrder, String shape) {
        String text = "{'descr': " + descriptor + ", 'fortran_order': " + fortranOrder + ", 'shape': " + shape + "}";
        return npy(1, text, 0);
    }

    /** A file with this header as it stands and {@code dataBytes} zero bytes. */
    static byte[] npy(int version, String header, int dataBytes) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes("\u0093NUMPY".getBytes(ISO_8859_1));
        bytes.write(version);
        bytes.write(0);
        for (int i = 0; i < (version == 1 ? 2 : 4); i++) {
            bytes.write(header.length() >>> 8 * i);
        }
        bytes.writeBytes(header.getBytes(ISO_8859_1));
        bytes.writeBytes(new byte[dataBytes]);
        return bytes.toByteArray();
    }
}

package dev.normc.jit;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads how many bytecodes each method of a class file has (JVM specification, chapter 4). */
final class ClassFile {
    private static final int UTF8 = 1;
    private static final int LONG = 5;
    private static final int DOUBLE = 6;
    private static final int METHOD_HANDLE = 15;

    private final DataInputStream in;
    private String[] texts = {};

    private ClassFile(byte[] bytes) {
        this.in = new DataInputStream(new ByteArrayInputStream(bytes));
    }

    /** Bytecodes by name and descriptor. */
    static Map<String, Integer> methodBytes(byte[] bytes) {
        try {
            return new ClassFile(bytes).read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, Integer> read() throws IOException {
        in.skipNBytes(8); // magic, version
        constantPool();
        in.skipNBytes(6); // access, this class, its superclass
        in.skipNBytes(2L * in.readUnsignedShort()); // interfaces
        members(new LinkedHashMap<>()); // fields
        Map<String, Integer> methods = new LinkedHashMap<>();
        members(methods);
        return methods;
    }

    private void constantPool() throws IOException {
        texts = new String[in.readUnsignedShort()];
        for (int i = 1; i < texts.length; i++) {
            int tag = in.readUnsignedByte();
            switch (tag) {
                case UTF8 -> texts[i] = in.readUTF();
                case LONG, DOUBLE -> {
                    in.skipNBytes(8);
                    i++; // takes two places
                }
                case METHOD_HANDLE -> in.skipNBytes(3);
                case 7, 8, 16, 19, 20 -> in.skipNBytes(2); // class, string, method type, module, package
                default -> in.skipNBytes(4);
            }
        }
    }

    private void members(Map<String, Integer> codes) throws IOException {
        int count = in.readUnsignedShort();
        for (int member = 0; member < count; member++) {
            in.skipNBytes(2);
            String name = texts[in.readUnsignedShort()] + texts[in.readUnsignedShort()];
            int attributes = in.readUnsignedShort();
            for (int i = 0; i < attributes; i++) {
                String attribute = texts[in.readUnsignedShort()];
                int length = in.readInt();
                if (attribute.equals("Code")) {
                    in.skipNBytes(4); // stack, locals
                    codes.put(name, in.readInt());
                    in.skipNBytes(length - 8);
                } else {
                    in.skipNBytes(length);
                }
            }
        }
    }
}

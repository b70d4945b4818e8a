package dev.normc.jit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Writes class files byte by byte: what no compiler would make, and pools that are larger than any text needs. */
final class HandMadeClass {
    static final String NAME = "dev.normc.generated.Hostile";
    static final int DUP = 0x59;
    static final int POP = 0x57;
    static final int ICONST_0 = 0x03;
    static final int IDIV = 0x6C;
    static final int LDC_W = 0x13;
    static final int GETSTATIC = 0xB2;
    static final int INVOKESTATIC = 0xB8;
    static final int INVOKEVIRTUAL = 0xB6;
    static final int MONITORENTER = 0xC2;
    static final int RETURN = 0xB1;
    static final int PUBLIC = 0x0001;
    static final int PRIVATE = 0x0002;
    static final int STATIC = 0x0008;

    private static final int ALOAD_0 = 0x2A;
    private static final int INVOKESPECIAL = 0xB7;
    private static final int PUBLIC_FINAL_CLASS = 0x0031;
    private static final int JAVA_8 = 52;

    private final List<byte[]> constants = new ArrayList<>();
    private final List<byte[]> methods = new ArrayList<>();
    private final int[] interfaces;

    /** A public final class of {@link #NAME}, in Java 8, without any method. */
    HandMadeClass(String... interfaces) {
        this.interfaces = Arrays.stream(interfaces).mapToInt(this::type).toArray();
    }

    /** Adds the constructor that every kernel has. */
    HandMadeClass constructor() {
        return method(PUBLIC, "<init>", ALOAD_0, INVOKESPECIAL, -method("java/lang/Object", "<init>", "()V"), RETURN);
    }

    /** What a class file is made of, without checked exceptions. */
    private interface Part {
        void write(DataOutputStream out) throws IOException;
    }

    private static byte[] bytes(Part part) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            part.write(new DataOutputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Adds a constant, even if there is the same already. */
    private int constant(int tag, Part part) {
        constants.add(bytes(out -> {
            out.writeByte(tag);
            part.write(out);
        }));
        return constants.size();
    }

    /** A constant of any kind that refers to up to two others, or to none. */
    int constant(int tag, int... references) {
        return constant(tag, out -> {
            for (int reference : references) {
                out.writeShort(reference);
            }
        });
    }

    int text(String text) {
        return constant(ConstantPool.TEXT, out -> out.writeUTF(text));
    }

    int type(String name) {
        return constant(ConstantPool.CLASS, text(name));
    }

    int member(int tag, String owner, String name, String descriptor) {
        return constant(tag, type(owner), constant(ConstantPool.NAME_AND_TYPE, text(name), text(descriptor)));
    }

    int method(String owner, String name, String descriptor) {
        return member(ConstantPool.METHOD, owner, name, descriptor);
    }

    int field(String owner, String name, String descriptor) {
        return member(ConstantPool.FIELD, owner, name, descriptor);
    }

    /** Adds a method without arguments or a result; {@code -n} stands for the two bytes of constant n. */
    HandMadeClass method(int access, String name, int... code) {
        byte[] bytecodes = bytes(out -> {
            for (int operation : code) {
                if (operation < 0) {
                    out.writeShort(-operation);
                } else {
                    out.writeByte(operation);
                }
            }
        });
        int named = text(name);
        int descriptor = text("()V");
        int attribute = text("Code");
        methods.add(bytes(out -> {
            out.writeShort(access);
            out.writeShort(named);
            out.writeShort(descriptor);
            out.writeShort(code.length == 0 ? 0 : 1);
            if (code.length > 0) {
                out.writeShort(attribute);
                out.writeInt(12 + bytecodes.length);
                out.writeShort(4); // stack
                out.writeShort(4); // locals
                out.writeInt(bytecodes.length);
                out.write(bytecodes);
                out.writeInt(0); // no handlers, no attributes
            }
        }));
        return this;
    }

    byte[] bytes() {
        int self = type(NAME.replace('.', '/'));
        int object = type("java/lang/Object");
        return bytes(out -> {
            out.writeInt(0xCAFEBABE);
            out.writeInt(JAVA_8);
            out.writeShort(constants.size() + 1);
            for (byte[] constant : constants) {
                out.write(constant);
            }
            out.writeShort(PUBLIC_FINAL_CLASS);
            out.writeShort(self);
            out.writeShort(object);
            out.writeShort(interfaces.length);
            for (int type : interfaces) {
                out.writeShort(type);
            }
            out.writeShort(0); // fields
            out.writeShort(methods.size());
            for (byte[] method : methods) {
                out.write(method);
            }
            out.writeShort(0); // attributes
        });
    }
}

package dev.normc.jit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The constants of a class file (Java Virtual Machine Specification, section 4.4), numbered from 1.
 *
 * <p>Of the kinds of Java 17 it has those that a kernel needs; entries that link at run time, {@code invokedynamic} and
 * what belongs to it, and those of modules are malformed here.
 *
 * @throws RefusedEntryException from every method, if an entry is not of the kind that is asked for
 */
final class ConstantPool {
    static final int TEXT = 1;
    static final int INTEGER = 3;
    static final int FLOAT = 4;
    static final int LONG = 5;
    static final int DOUBLE = 6;
    static final int CLASS = 7;
    static final int STRING = 8;
    static final int FIELD = 9;
    static final int METHOD = 10;
    static final int INTERFACE_METHOD = 11;
    static final int NAME_AND_TYPE = 12;

    private final ByteBuffer bytes;
    private final int[] places;
    /** Each is read once: many entries may name one long text. */
    private final String[] texts;

    private ConstantPool(ByteBuffer bytes, int[] places) {
        this.bytes = bytes;
        this.places = places;
        this.texts = new String[places.length];
    }

    /** Reads a pool; the position is then behind it. */
    static ConstantPool read(ByteBuffer bytes) {
        int[] places = new int[bytes.getShort() & 0xFFFF];
        for (int i = 1; i < places.length; i++) {
            places[i] = bytes.position();
            int tag = bytes.get() & 0xFF;
            int length =
                    switch (tag) {
                        case TEXT -> bytes.getShort() & 0xFFFF;
                        case CLASS, STRING -> 2;
                        case INTEGER, FLOAT, FIELD, METHOD, INTERFACE_METHOD, NAME_AND_TYPE -> 4;
                        case LONG, DOUBLE -> 8;
                        default -> throw new RefusedEntryException("constant " + i + " is " + kind(tag));
                    };
            skip(bytes, length);
            if (tag == LONG || tag == DOUBLE) {
                i++; // takes two numbers, the second of which names nothing
            }
        }
        return new ConstantPool(bytes, places);
    }

    static void skip(ByteBuffer bytes, int length) {
        if (length < 0 || length > bytes.remaining()) {
            throw new RefusedEntryException("it ends too early");
        }
        bytes.position(bytes.position() + length);
    }

    private static String kind(int tag) {
        return switch (tag) {
            case 15 -> "a method handle";
            case 16 -> "a method type";
            case 17 -> "a dynamic constant";
            case 18 -> "an invokedynamic call";
            case 19 -> "a module";
            case 20 -> "a package";
            default -> "of the unknown kind " + tag;
        };
    }

    /** One more than the largest number. */
    int size() {
        return places.length;
    }

    /** The kind of an entry; 0 for a number that names nothing. */
    int tag(int entry) {
        return entry < places.length && places[entry] > 0 ? bytes.get(places[entry]) & 0xFF : 0;
    }

    /** Whether an entry is a field or a method. */
    boolean isMember(int entry) {
        int tag = tag(entry);
        return tag == FIELD || tag == METHOD || tag == INTERFACE_METHOD;
    }

    /** The text of an entry, a character for each byte: what is not ASCII equals nothing that is. */
    String text(int entry) {
        int place = place(entry, TEXT);
        if (texts[entry] == null) {
            byte[] text = new byte[bytes.getShort(place) & 0xFFFF];
            bytes.get(place + 2, text);
            texts[entry] = new String(text, StandardCharsets.ISO_8859_1);
        }
        return texts[entry];
    }

    /** The name of a class, with slashes; {@code [F} for an array. */
    String className(int entry) {
        return text(reference(entry, CLASS, 0));
    }

    /** What a string constant says. */
    String string(int entry) {
        return text(reference(entry, STRING, 0));
    }

    /** The class of a field or method. */
    String owner(int member) {
        return className(reference(member, tag(member), 0));
    }

    /** The name of a field or method. */
    String memberName(int member) {
        return text(reference(reference(member, tag(member), 2), NAME_AND_TYPE, 0));
    }

    /** The descriptor of a field or method. */
    String memberType(int member) {
        return text(reference(reference(member, tag(member), 2), NAME_AND_TYPE, 2));
    }

    /** A reference out of an entry to another one. */
    int reference(int entry, int tag, int offset) {
        return bytes.getShort(place(entry, tag) + offset) & 0xFFFF;
    }

    private int place(int entry, int tag) {
        if (tag(entry) != tag) {
            throw new RefusedEntryException("constant " + entry + " is not what refers to it needs");
        }
        return places[entry] + 1;
    }
}

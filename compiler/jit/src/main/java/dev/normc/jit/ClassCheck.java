package dev.normc.jit;

import dev.normc.runtime.MemoryKind;
import dev.normc.runtime.NormKernel;
import dev.normc.runtime.WarmUp;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Looks at a class file before it is defined: it must be a kernel that names nothing but itself and {@link KernelApi}.
 *
 * <p>What it says is checked, not what its bytecodes do with it: that is the JVM's verifier. Format: Java Virtual Machine
 * Specification, chapter 4.
 */
final class ClassCheck {
    private static final int MAGIC = 0xCAFEBABE;
    private static final int JAVA_8 = 52;
    private static final int NEWEST = JAVA_8 - 8 + MemoryKind.FIRST_WITH_SEGMENTS;
    private static final int PUBLIC_FINAL_CLASS = 0x0031;
    private static final int PUBLIC_PRIVATE_STATIC_FINAL = 0x001B;
    private static final int STATIC = 0x0008;
    private static final String OBJECT = "java/lang/Object";
    private static final String KERNEL = NormKernel.class.getName().replace('.', '/');
    private static final Set<String> INTERFACES =
            Set.of(KERNEL, WarmUp.class.getName().replace('.', '/'));
    private static final Member CONSTRUCTOR = new Member("<init>", "()V");
    private static final Set<Member> OVERRIDDEN = Stream.of(NormKernel.class, WarmUp.class)
            .flatMap(type -> Arrays.stream(type.getMethods()))
            .map(Member::of)
            .collect(Collectors.toUnmodifiableSet());

    private final String name;
    private final ByteBuffer bytes;
    private final Set<Member> declared = new HashSet<>();

    /** A field or method: its name and its descriptor. */
    private record Member(String name, String type) {
        static Member of(Method method) {
            return new Member(
                    method.getName(),
                    MethodType.methodType(method.getReturnType(), method.getParameterTypes())
                            .toMethodDescriptorString());
        }

        @Override
        public String toString() {
            return name + " " + type;
        }
    }

    private ClassCheck(String name, byte[] bytes) {
        this.name = name.replace('.', '/');
        this.bytes = ByteBuffer.wrap(bytes);
    }

    /**
     * Checks a class.
     *
     * @param name its qualified name
     * @throws RefusedClassException naming the class and the entry
     */
    static void require(String name, byte[] bytes) {
        try {
            new ClassCheck(name, bytes).check();
        } catch (RefusedEntryException e) {
            throw new RefusedClassException(name, e.getMessage());
        } catch (BufferUnderflowException e) {
            throw new RefusedClassException(name, "it ends too early");
        }
    }

    private void check() {
        require(
                !name.startsWith("java/") && !name.startsWith("dev/normc/runtime/"),
                () -> "its package is not its own");
        require(bytes.getInt() == MAGIC, () -> "it is not a class file");
        int minor = unsigned();
        int major = unsigned();
        require(minor == 0 && major >= JAVA_8 && major <= NEWEST, () -> "its version is " + major + "." + minor);
        ConstantPool pool = ConstantPool.read(bytes);
        constants(pool);
        header(pool);
        fields(pool);
        methods(pool);
        attributes(pool, Set.of("SourceFile", "InnerClasses"));
        require(!bytes.hasRemaining(), () -> "there are " + bytes.remaining() + " bytes behind its end");
        ownMembers(pool);
    }

    private void constants(ConstantPool pool) {
        // A text is looked at once for each use of it, not as often as it is named: the check takes time in proportion.
        BitSet types = new BitSet();
        BitSet literals = new BitSet();
        BitSet descriptors = new BitSet();
        for (int entry = 1; entry < pool.size(); entry++) {
            switch (pool.tag(entry)) {
                case ConstantPool.CLASS -> {
                    if (isFirst(types, pool.reference(entry, ConstantPool.CLASS, 0))) {
                        type(pool.className(entry), entry);
                    }
                }
                case ConstantPool.STRING -> {
                    if (isFirst(literals, pool.reference(entry, ConstantPool.STRING, 0))) {
                        literal(pool.string(entry), entry);
                    }
                }
                case ConstantPool.NAME_AND_TYPE -> {
                    int text = pool.reference(entry, ConstantPool.NAME_AND_TYPE, 2);
                    if (isFirst(descriptors, text)) {
                        descriptor(pool.text(text));
                    }
                }
                case ConstantPool.FIELD, ConstantPool.METHOD, ConstantPool.INTERFACE_METHOD -> {
                    pool.memberType(entry);
                    usable(pool.owner(entry), pool.memberName(entry), entry);
                }
                default -> {
                    // texts and numbers, which others refer to
                }
            }
        }
    }

    private static boolean isFirst(BitSet seen, int text) {
        boolean first = !seen.get(text);
        seen.set(text);
        return first;
    }

    private void usable(String owner, String member, int entry) {
        boolean known = owner.equals(name) || KernelApi.hasMember(owner, member);
        require(known, () -> "constant " + entry + " names `" + shown(owner) + "." + shown(member) + "`");
    }

    /** A class entry: a class, or an array. */
    private void type(String type, int entry) {
        String element = type.startsWith("[") ? type.substring(type.lastIndexOf('[') + 1) : "L" + type + ";";
        require(isKnown(element), () -> "constant " + entry + " names `" + shown(type) + "`");
    }

    private void literal(String text, int entry) {
        require(
                text.chars().allMatch(c -> c >= ' ' && c < 0x7F),
                () -> "constant " + entry + " is not printable ASCII");
    }

    /** {@code F}, or a class as descriptors write it, {@code Ljava/lang/String;}. */
    private boolean isKnown(String type) {
        if (type.length() == 1) {
            return "BCDFIJSZ".contains(type);
        }
        if (!type.startsWith("L") || !type.endsWith(";")) {
            return false;
        }
        String named = type.substring(1, type.length() - 1);
        return named.equals(name) || KernelApi.hasClass(named);
    }

    private void descriptor(String text) {
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            int end = c == 'L' ? text.indexOf(';', at) + 1 : at + 1;
            boolean known = end > at && ("()V[".indexOf(c) >= 0 || isKnown(text.substring(at, end)));
            require(known, () -> "it names the type `" + shown(text) + "`");
            at = end;
        }
    }

    private void header(ConstantPool pool) {
        int access = unsigned();
        require(access == PUBLIC_FINAL_CLASS, () -> "its access flags are " + Integer.toHexString(access));
        String self = pool.className(unsigned());
        require(self.equals(name), () -> "it calls itself `" + shown(self) + "`");
        String superclass = pool.className(unsigned());
        require(superclass.equals(OBJECT), () -> "its superclass is `" + shown(superclass) + "`");
        Set<String> interfaces = new HashSet<>();
        for (int i = unsigned(); i > 0; i--) {
            String type = pool.className(unsigned());
            require(INTERFACES.contains(type), () -> "it implements `" + shown(type) + "`");
            interfaces.add(type);
        }
        require(interfaces.contains(KERNEL), () -> "it does not implement `" + shown(KERNEL) + "`");
    }

    private void fields(ConstantPool pool) {
        int count = unsigned();
        for (int i = 0; i < count; i++) {
            int access = unsigned();
            Member field = member(pool);
            boolean plain = (access & ~PUBLIC_PRIVATE_STATIC_FINAL) == 0 && (access & STATIC) != 0;
            require(
                    plain,
                    () -> "the access flags of its field `" + shown(field) + "` are " + Integer.toHexString(access));
            attributes(pool, Set.of("Signature"));
        }
    }

    private void methods(ConstantPool pool) {
        int count = unsigned();
        for (int i = 0; i < count; i++) {
            int access = unsigned();
            Member method = member(pool);
            boolean plain = (access & ~PUBLIC_PRIVATE_STATIC_FINAL) == 0;
            require(
                    plain,
                    () -> "the access flags of its method `" + shown(method) + "` are " + Integer.toHexString(access));
            boolean named = (access & STATIC) != 0 || method.equals(CONSTRUCTOR) || OVERRIDDEN.contains(method);
            require(named, () -> "its method `" + shown(method) + "` is none of a kernel");
            attributes(pool, Set.of("Code"));
        }
        require(declared.contains(CONSTRUCTOR), () -> "it has no constructor without arguments");
    }

    /** A field or method, which is one of its own from then on. */
    private Member member(ConstantPool pool) {
        Member member = new Member(pool.text(unsigned()), pool.text(unsigned()));
        descriptor(member.type());
        declared.add(member);
        return member;
    }

    private void attributes(ConstantPool pool, Set<String> known) {
        int count = unsigned();
        for (int i = 0; i < count; i++) {
            String attribute = pool.text(unsigned());
            require(known.contains(attribute), () -> "it has an attribute `" + shown(attribute) + "`");
            int length = bytes.getInt();
            int start = bytes.position();
            if (attribute.equals("Code")) {
                code(pool);
                require(bytes.position() - start == length, () -> "an attribute is not as long as it says");
            } else {
                ConstantPool.skip(bytes, length);
            }
        }
    }

    private void code(ConstantPool pool) {
        bytes.getInt(); // depth of the stack, number of locals
        ConstantPool.skip(bytes, bytes.getInt());
        ConstantPool.skip(bytes, 8 * unsigned()); // exception handlers
        attributes(pool, Set.of("LineNumberTable", "LocalVariableTable", "LocalVariableTypeTable", "StackMapTable"));
    }

    /** Its own members are those that it declares, not those of {@link Object}. */
    private void ownMembers(ConstantPool pool) {
        for (int i = 1; i < pool.size(); i++) {
            if (pool.isMember(i) && pool.owner(i).equals(name)) {
                Member member = new Member(pool.memberName(i), pool.memberType(i));
                require(declared.contains(member), () -> "it names `" + shown(member) + "` as its own");
            }
        }
    }

    private int unsigned() {
        return bytes.getShort() & 0xFFFF;
    }

    private static void require(boolean condition, Supplier<String> otherwise) {
        if (!condition) {
            throw new RefusedEntryException(otherwise.get());
        }
    }

    /** As a Java name, without what could rewrite a terminal, and not longer than a line. */
    private static String shown(Object name) {
        String safe = name.toString().replace('/', '.').replaceAll("[^ -~]", "?");
        return safe.length() > 120 ? safe.substring(0, 120) + "..." : safe;
    }
}

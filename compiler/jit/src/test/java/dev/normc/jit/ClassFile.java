package dev.normc.jit;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads how many bytecodes each method of a class file has (JVM specification, chapter 4). */
final class ClassFile {
    private final ByteBuffer in;
    private final ConstantPool pool;

    private ClassFile(byte[] bytes) {
        this.in = ByteBuffer.wrap(bytes);
        ConstantPool.skip(in, 8); // magic, version
        this.pool = ConstantPool.read(in);
    }

    /** Bytecodes by name and descriptor. */
    static Map<String, Integer> methodBytes(byte[] bytes) {
        ClassFile file = new ClassFile(bytes);
        ConstantPool.skip(file.in, 6); // access, this class, its superclass
        ConstantPool.skip(file.in, 2 * file.unsigned()); // interfaces
        file.members(new LinkedHashMap<>()); // fields
        Map<String, Integer> methods = new LinkedHashMap<>();
        file.members(methods);
        return methods;
    }

    private void members(Map<String, Integer> codes) {
        int count = unsigned();
        for (int member = 0; member < count; member++) {
            ConstantPool.skip(in, 2);
            String name = pool.text(unsigned()) + pool.text(unsigned());
            int attributes = unsigned();
            for (int i = 0; i < attributes; i++) {
                String attribute = pool.text(unsigned());
                int length = in.getInt();
                if (attribute.equals("Code")) {
                    codes.put(name, in.getInt(in.position() + 4)); // behind the stack and the locals
                }
                ConstantPool.skip(in, length);
            }
        }
    }

    private int unsigned() {
        return in.getShort() & 0xFFFF;
    }
}

package dev.normc.maven;

import java.util.ArrayList;
import java.util.List;

/**
 * One {@code <kernel>} of the configuration: every norm it names, for every shape it names. Maven writes its fields.
 *
 * <p>In short, {@code <kernel>layer_norm.norm N=?, D=768</kernel>}; on the command line, where commas part kernels, with
 * semicolons between extents: {@code -Dnormc.kernels="zoo:LayerNorm N=?; D=768"}.
 */
public final class KernelConfiguration {
    private String spec = "";
    private List<String> specs = new ArrayList<>();
    private List<String> zoo = new ArrayList<>();
    private String norm = "";
    private String shape = "";
    private List<String> shapes = new ArrayList<>();
    private String dtype = "";
    private String numerics = "";
    private String memory = "";
    private String vector = "";
    private String vectorBits = "";
    private String className = "";
    private List<String> entries = new ArrayList<>();
    private boolean initializer;

    /** Reads the short form. */
    public void set(String text) {
        String[] words = text.strip().split("\\s+", 2);
        spec = words[0];
        shape = words.length > 1 ? words[1].replace(';', ',') : "";
    }

    /** The specifications, paths below the source folder or {@code zoo:NAME}, in the order written. */
    List<String> specifications() {
        List<String> all = new ArrayList<>();
        if (!spec.isBlank()) {
            all.add(spec.strip());
        }
        specs.forEach(name -> all.add(name.strip()));
        zoo.forEach(name -> all.add("zoo:" + name.strip()));
        return all;
    }

    /** The shapes; one that is empty where none is written. */
    List<String> extents() {
        List<String> all = new ArrayList<>();
        if (!shape.isBlank() || shapes.isEmpty()) {
            all.add(shape.strip());
        }
        shapes.forEach(text -> all.add(text == null ? "" : text.strip()));
        return all;
    }

    String norm() {
        return norm.strip();
    }

    String dtype() {
        return dtype.strip();
    }

    String numerics() {
        return numerics.strip();
    }

    String memory() {
        return memory.strip();
    }

    String vector() {
        return vector.strip();
    }

    String vectorBits() {
        return vectorBits.strip();
    }

    String className() {
        return className.strip();
    }

    List<String> entries() {
        return entries.stream().map(String::strip).toList();
    }

    boolean isInitializer() {
        return initializer;
    }

    /** The file whose specification is compiled. */
    public void setSpec(String path) {
        spec = path;
    }

    /** Several files. */
    public void setSpecs(List<String> paths) {
        specs = paths;
    }

    /** Names of the zoo. */
    public void setZoo(List<String> names) {
        zoo = names;
    }

    /** Which norm, where a file declares several. */
    public void setNorm(String name) {
        norm = name;
    }

    /** Extents and constants, {@code N=?, D=768}. */
    public void setShape(String text) {
        shape = text;
    }

    /** Several shapes. */
    public void setShapes(List<String> texts) {
        shapes = texts;
    }

    /** Storage, {@code f32} or {@code f64}. */
    public void setDtype(String type) {
        dtype = type;
    }

    /** Precision, {@code exact} or {@code fast}. */
    public void setNumerics(String how) {
        numerics = how;
    }

    /** Where tensors stand: {@code array}, {@code buffer} or {@code segment}. */
    public void setMemory(String kind) {
        memory = kind;
    }

    /** Whether the class has twins beside it that compute in vectors: {@code true} or {@code false}. */
    public void setVector(String wanted) {
        vector = wanted;
    }

    /** Width of the vectors that the code names, in bits: 128, 256 or 512; 0 for plain Java. With twins, their widths. */
    public void setVectorBits(String bits) {
        vectorBits = bits;
    }

    /** The class, with its package or without. */
    public void setClassName(String name) {
        className = name;
    }

    /** The entries that the class has: {@code forward,backward}. */
    public void setEntries(List<String> names) {
        entries = names;
    }

    /** Whether the kernel of initial values that come from data is meant, {@code init p = e from t}. */
    public void setInitializer(boolean wanted) {
        initializer = wanted;
    }
}

/** A specification to the Java text of a kernel; {@link dev.normc.compiler.Pipeline} has the passes in their order. */
package dev.normc.compiler;

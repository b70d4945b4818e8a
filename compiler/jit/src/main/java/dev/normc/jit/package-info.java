/** Java text to loaded kernels, behind {@link dev.normc.runtime.Normc}. */
package dev.normc.jit;

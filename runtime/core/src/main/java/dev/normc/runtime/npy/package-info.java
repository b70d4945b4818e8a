/** Files of NumPy: {@code .npy} and {@code .npz}. */
package dev.normc.runtime.npy;

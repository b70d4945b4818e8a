/** The functions that generated code calls: elementary functions, sums, storage types. */
package dev.normc.runtime.math;

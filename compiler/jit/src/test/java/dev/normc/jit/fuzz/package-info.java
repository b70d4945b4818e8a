/** Random norms and random texts, each from a seed. */
package dev.normc.jit.fuzz;

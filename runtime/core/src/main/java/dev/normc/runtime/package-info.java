/** Kernels as callers see them: what they are, the arrays they work on, and the ways to get one. */
package dev.normc.runtime;

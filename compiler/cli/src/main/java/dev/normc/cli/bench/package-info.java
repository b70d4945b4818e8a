/** Times kernels in turns with what they are compared to, in one process. */
package dev.normc.cli.bench;

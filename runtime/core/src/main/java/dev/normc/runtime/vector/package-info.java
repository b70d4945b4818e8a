/** The elementary functions in vectors; loaded only where the JVM has {@code jdk.incubator.vector}. */
package dev.normc.runtime.vector;

package com.acme;

/** Compiles only with the kernel of the test sources. */
final class Test {
    static final Class<?> KERNEL = OnlyInTests.class;
}

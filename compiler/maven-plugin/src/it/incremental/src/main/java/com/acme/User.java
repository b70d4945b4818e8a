package com.acme;

/** Compiles only while the source root is registered. */
final class User {
    static final Class<?> KERNEL = Layer.class;
}

package com.acme;

/** Uses kernels of two modules. */
final class User {
    static final Class<?> FIRST = com.acme.first.LayerNorm_N_24_f32.class;
    static final Class<?> THIRD = com.acme.third.LayerNorm_N_17_f32.class;
}

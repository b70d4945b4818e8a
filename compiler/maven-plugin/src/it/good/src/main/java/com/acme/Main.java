package com.acme;

import dev.normc.runtime.GeneratedKernels;
import dev.normc.runtime.NormKernel;

/** Uses a kernel as a class and others by name. */
public final class Main {
    public static void main(String[] args) {
        NormKernel kernel = GeneratedKernels.named("LayerNorm24");
        if (!(kernel instanceof LayerNorm24) || GeneratedKernels.names().size() < 8) {
            throw new IllegalStateException(GeneratedKernels.names().toString());
        }
        System.out.println(LayerNorm24.SIGNATURE.norm());
    }
}

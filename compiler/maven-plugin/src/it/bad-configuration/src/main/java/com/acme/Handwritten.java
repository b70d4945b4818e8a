package com.acme;

/** Is there already. */
public final class Handwritten {}

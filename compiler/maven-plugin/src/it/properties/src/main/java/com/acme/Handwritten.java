package com.acme;

/** Is not to be lost. */
final class Handwritten {}

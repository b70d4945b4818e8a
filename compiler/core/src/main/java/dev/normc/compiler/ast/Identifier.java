package dev.normc.compiler.ast;

import dev.normc.compiler.source.Span;

/** A name and where it stands. */
public record Identifier(String text, Span span) {}

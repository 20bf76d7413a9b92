package vn.nhipcau.vitext;

/**
 * A passage that reads otherwise.
 *
 * @param section heading under which it stands in the original
 * @param original what the original says; empty when the other text adds something
 * @param found what stands in its place; empty when nothing does
 */
public record Difference(String section, String original, String found) {}

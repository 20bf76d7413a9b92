package vn.nhipcau.directory;

import java.util.List;

/**
 * A unit in the tree with those below it.
 *
 * @param below as far as they are shown
 * @param all how many stand below it, at any depth
 */
public record Branch(Organisation unit, List<Branch> below, int all) {}

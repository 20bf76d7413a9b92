/** Measurements of the real server on the real database, each printed beside its limit and beside the bare minimum. */
@NullMarked
package vn.nhipcau.bench;

import org.jspecify.annotations.NullMarked;

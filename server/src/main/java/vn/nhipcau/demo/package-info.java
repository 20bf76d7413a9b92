/**
 * Invented data and a clock of its own, for trying the product, for screenshots and for tests: written through the public
 * faces of the other modules only, so that it proves them.
 */
@NullMarked
@ApplicationModule(displayName = "Minh họa")
package vn.nhipcau.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

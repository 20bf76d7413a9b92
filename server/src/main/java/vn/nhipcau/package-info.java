/** The application. Each package below is a module; ARCHITECTURE.md shows the floors that they stand on. */
@NullMarked
package vn.nhipcau;

import org.jspecify.annotations.NullMarked;

/** Vietnamese text compared by what it says: spelling habits, typesetting and lost marks do not count. Uses the JDK only. */
@NullMarked
package vn.nhipcau.vitext;

import org.jspecify.annotations.NullMarked;

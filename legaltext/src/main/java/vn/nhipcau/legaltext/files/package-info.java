/** From a file of any usual format to its text, within limits of size, depth, memory and time. */
@NullMarked
package vn.nhipcau.legaltext.files;

import org.jspecify.annotations.NullMarked;

/** The command line: {@code nhipcau read}. */
@NullMarked
package vn.nhipcau.legaltext.cli;

import org.jspecify.annotations.NullMarked;

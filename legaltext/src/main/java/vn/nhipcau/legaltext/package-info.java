/**
 * Reads official documents of Viet Nam: header, citations, clauses, obligations and their due dates.
 *
 * <p>Uses no framework, so that it runs alone on the command line. {@code files} turns a file into text; the reader
 * works on that text only.
 */
@NullMarked
package vn.nhipcau.legaltext;

import org.jspecify.annotations.NullMarked;

/**
 * From a file of any usual format to its text, within limits of size, depth, memory and time.
 *
 * <p>{@link vn.nhipcau.legaltext.files.TextExtractor} is the face; {@link vn.nhipcau.legaltext.files.GuardedReader} reads
 * the text under the same limits. Every format has a reader that writes paragraphs and
 * tables into a {@code Manuscript}; {@code BlockText} prints them alike, {@code PlainText} makes their characters alike.
 * Readers run in a {@code Worker}, a process that can be killed.
 */
@NullMarked
package vn.nhipcau.legaltext.files;

import org.jspecify.annotations.NullMarked;

/** Reads a page of any encoding and age: its text, its links with their words, its forms and frames. */
@NullMarked
package vn.nhipcau.crawl.page;

import org.jspecify.annotations.NullMarked;

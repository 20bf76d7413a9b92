/** Finds out which web sites have posted a document: see {@code vn.nhipcau.crawl.audit} for the way in. */
@NullMarked
package vn.nhipcau.crawl;

import org.jspecify.annotations.NullMarked;

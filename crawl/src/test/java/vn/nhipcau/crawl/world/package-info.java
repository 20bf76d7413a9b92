/** Invented sites of units whose truth is known: several kinds of portal, every way to post a document, and what only looks like it. */
@NullMarked
package vn.nhipcau.crawl.world;

import org.jspecify.annotations.NullMarked;

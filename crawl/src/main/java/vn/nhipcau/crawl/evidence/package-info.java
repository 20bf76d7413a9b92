/** Keeps what proves a verdict: WARC files, and what an audit has seen of each site. */
@NullMarked
package vn.nhipcau.crawl.evidence;

import org.jspecify.annotations.NullMarked;

/**
 * Fetches one address at a time over HTTP/1.1 and keeps the bytes as they came over the wire.
 *
 * <p>Own code because {@code java.net.http} gives neither the exact bytes nor, until after JDK 25, a deadline for the whole
 * body (a server that sent a byte every half second held it for ever), and costs a third more.
 */
@NullMarked
package vn.nhipcau.crawl.fetch;

import org.jspecify.annotations.NullMarked;

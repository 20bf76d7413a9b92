/** The command {@code nhipcau audit}, without a server. */
@NullMarked
package vn.nhipcau.crawl.cli;

import org.jspecify.annotations.NullMarked;

/**
 * Audits sites: which of them has posted the document that is looked for, where, and how completely.
 *
 * <p>{@code Audit} runs over many sites at once, one virtual thread each; {@code SiteAudit} is the work on one.
 */
@NullMarked
package vn.nhipcau.crawl.audit;

import org.jspecify.annotations.NullMarked;

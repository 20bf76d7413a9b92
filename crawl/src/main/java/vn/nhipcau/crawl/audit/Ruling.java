package vn.nhipcau.crawl.audit;

/**
 * What is said of a site, before it is put beside what was seen there earlier.
 *
 * @param reason for an official, in Vietnamese
 */
record Ruling(Verdict.Kind kind, String reason) {}

package vn.nhipcau.crawl.audit;

/**
 * What an address outside a site shows, to which the site only points.
 *
 * @param share of the document found there
 * @param dead whether it could not be fetched
 * @param unreadable whether it is there but has no text
 */
record Outside(double share, boolean dead, boolean unreadable) {}

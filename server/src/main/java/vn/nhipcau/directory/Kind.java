package vn.nhipcau.directory;

/** What sort of unit: sở, UBND huyện … Data, in the order of lists. */
public record Kind(String slug, String vietnamese, String english) {}

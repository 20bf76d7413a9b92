package vn.nhipcau.documents;

import java.time.Instant;

/** A file of a document: the document itself or an attachment. */
public record DocumentFile(
        long id, boolean original, String name, String sha256, long size, String addedBy, Instant addedAt) {}

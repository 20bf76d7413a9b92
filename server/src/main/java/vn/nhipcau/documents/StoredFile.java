package vn.nhipcau.documents;

/** A file in the {@link FileStore}: its name is the SHA-256 of its bytes, in hexadecimal. */
public record StoredFile(String sha256, long size) {}

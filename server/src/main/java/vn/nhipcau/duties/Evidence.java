package vn.nhipcau.duties;

import org.jspecify.annotations.Nullable;

/** What shows that a duty was done: a file, by the SHA-256 of its bytes, or a link. */
public record Evidence(
        long id,
        String name,
        @Nullable String url,
        @Nullable String sha256,
        long size,
        @Nullable String mediaType) {

    public boolean file() {
        return sha256 != null;
    }
}

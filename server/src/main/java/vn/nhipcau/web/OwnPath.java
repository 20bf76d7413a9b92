package vn.nhipcau.web;

/** Addresses that a request names to be sent back to: only paths on this server, so that no link of ours leads away. */
public final class OwnPath {
    private OwnPath() {}

    public static String orHome(String path) {
        boolean own = path.startsWith("/")
                && !path.startsWith("//")
                && !path.startsWith("/\\")
                && path.chars().allMatch(c -> c > ' ' && c < 127);
        return own ? path : "/";
    }
}

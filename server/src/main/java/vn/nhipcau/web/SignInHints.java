package vn.nhipcau.web;

import java.util.List;

/** Accounts that the sign-in form offers. The demonstration contributes them as a bean; a real installation has none. */
public record SignInHints(String password, List<Hint> hints) {
    public SignInHints {
        hints = List.copyOf(hints);
    }

    /** An account and who it is. */
    public record Hint(String user, String vietnamese, String english) {}
}

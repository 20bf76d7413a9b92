package vn.nhipcau.web;

import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Sentences carried over the redirect that follows an action. */
public final class Notices {
    static final String ATTRIBUTE = "notice";

    private Notices() {}

    public static void done(RedirectAttributes redirect, String text) {
        redirect.addFlashAttribute(ATTRIBUTE, new Shell.Notice(text, false));
    }

    public static void failed(RedirectAttributes redirect, String text) {
        redirect.addFlashAttribute(ATTRIBUTE, new Shell.Notice(text, true));
    }
}

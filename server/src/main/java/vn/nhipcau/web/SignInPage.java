package vn.nhipcau.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class SignInPage {
    private final SignInHints hints;
    private final List<SignInNote> notes;

    SignInPage(ObjectProvider<SignInHints> hints, List<SignInNote> notes) {
        this.notes = notes;
        this.hints = hints.getIfAvailable(() -> new SignInHints("", List.of()));
    }

    @GetMapping("/sign-in")
    String signIn(@RequestParam(required = false) @Nullable String failed, Model model) {
        model.addAttribute("failed", failed);
        model.addAttribute("hints", hints);
        model.addAttribute(
                "notes",
                notes.stream().filter(note -> note.holds().getAsBoolean()).toList());
        return "web/sign-in";
    }
}

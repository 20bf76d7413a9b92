package vn.nhipcau.web;

import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The desk's door leads to the first section that the viewer may use. */
@Controller
class DeskHome {
    @GetMapping("/desk")
    String desk(@ModelAttribute("page") Shell page, Model model) {
        List<MenuEntry> menu = page.menu();
        return menu.stream()
                .min(Comparator.comparingInt(MenuEntry::order))
                .map(entry -> "redirect:" + entry.href())
                .orElse("web/no-post");
    }
}

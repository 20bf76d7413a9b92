package vn.nhipcau.consultation;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import vn.nhipcau.web.Refusal;

/** Figures, open data and the changes of the draft, for everybody. */
@Controller
@RequestMapping("/public/consultations/{slug}")
class FigurePages {
    private final Consultations consultations;
    private final Figures figures;
    private final ChannelRules rules;
    private final OpenData data;

    FigurePages(Consultations consultations, Figures figures, ChannelRules rules, OpenData data) {
        this.consultations = consultations;
        this.figures = figures;
        this.rules = rules;
        this.data = data;
    }

    @GetMapping("/figures")
    String figures(@PathVariable String slug, Model model) {
        Consultation consultation = consultations.visible(slug);
        List<Batch> batches = consultations.batches(consultation.id());
        Figures.Count count = figures.live(consultation.id());
        model.addAttribute("consultation", consultation);
        model.addAttribute("batches", batches);
        model.addAttribute("count", count);
        model.addAttribute("byChannel", FigureTable.byChannel(count.figures()));
        model.addAttribute(
                "table",
                FigureTable.of(
                        count.figures(),
                        consultations.clauses(consultation.id()),
                        rules.counted(consultation.id()),
                        figure -> true));
        return "consultation/public-figures";
    }

    @GetMapping("/figures.csv")
    void figures(@PathVariable String slug, HttpServletResponse response) throws IOException {
        Consultation consultation = consultations.visible(slug);
        csv(response, "so-lieu-" + slug + ".csv");
        OpenData.figures(figures.live(consultation.id()).figures(), response.getWriter());
    }

    @GetMapping("/opinions.csv")
    void opinions(@PathVariable String slug, HttpServletResponse response) throws IOException {
        Consultation consultation = consultations.visible(slug);
        if (!consultation.opinionsShown()) {
            throw Refusal.notFound();
        }
        csv(response, "y-kien-" + slug + ".csv");
        data.opinions(consultation.id(), response.getWriter());
    }

    private static void csv(HttpServletResponse response, String name) {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name).build().toString());
    }

    @GetMapping("/versions/{number}")
    String changes(@PathVariable String slug, @PathVariable int number, Model model) {
        Consultation consultation = consultations.visible(slug);
        Consultations.Version version = consultations.versions(consultation.id()).stream()
                .filter(one -> one.number() == number && number > 1)
                .findFirst()
                .orElseThrow(Refusal::notFound);
        model.addAttribute("consultation", consultation);
        model.addAttribute("version", version);
        model.addAttribute(
                "changes",
                Change.between(
                        consultations.clauses(consultation.id(), number - 1),
                        consultations.clauses(consultation.id(), number)));
        return "consultation/public-changes";
    }
}

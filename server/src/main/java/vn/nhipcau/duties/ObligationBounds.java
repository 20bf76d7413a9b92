package vn.nhipcau.duties;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.nhipcau.calendar.DaysOff;
import vn.nhipcau.web.Refusal;
import vn.nhipcau.web.Shell;

/** What an obligation that a person writes may say, so that a slip of the hand is told at once and not at the confirming. */
@Component
class ObligationBounds {
    private final Command command;
    private final DaysOff daysOff;

    ObligationBounds(Command command, DaysOff daysOff) {
        this.command = command;
        this.daysOff = daysOff;
    }

    void check(Directive directive, ObligationDraft content, Instant now) {
        if (content.what().isBlank()) {
            throw Refusal.invalid(
                    "WHAT_MISSING",
                    "Hãy ghi ngắn gọn việc phải làm, ví dụ “Báo cáo kết quả quý”.",
                    "Say in a few words what is to be done.");
        }
        command.check(
                directive.ownerId(), directive.issuedOn(), List.of(content), LocalDate.ofInstant(now, Shell.ZONE));
        if (Term.tooLong(directive.issuedOn(), content)) {
            throw Refusal.invalid(
                    "UNTIL_TOO_FAR",
                    "“Nhịp kéo dài đến” quá xa: chỉ theo dõi được tối đa " + Term.LONGEST.getYears()
                            + " năm kể từ ngày ban hành. Hãy chọn ngày sớm hơn.",
                    "The rhythm ends too late: " + Term.LONGEST.getYears()
                            + " years after the day of issue are the most. Choose an earlier day.");
        }
        List<Term> terms = Term.of(directive, content, daysOff.workingDays(), now);
        int periods = terms.size();
        if (periods > Term.MOST) {
            throw Refusal.invalid(
                    "TOO_MANY_PERIODS",
                    "Nghĩa vụ này có " + periods + " kỳ hạn, vượt mức " + Term.MOST
                            + " cho một nghĩa vụ. Hãy chọn nhịp thưa hơn hoặc rút ngắn “Nhịp kéo dài đến”.",
                    "This obligation has " + periods + " dates; " + Term.MOST
                            + " are the most. Choose a slower rhythm or an earlier end.");
        }
        for (Term term : terms) {
            if (term.dueAt() != null) {
                Plausible.day("Kỳ hạn tính ra", LocalDate.ofInstant(term.dueAt(), Shell.ZONE));
            }
        }
    }
}

package vn.nhipcau.duties;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import vn.nhipcau.web.Shell;

/** Due times in words: the day alone when all of it counts. */
public final class DueTime {
    private DueTime() {}

    public static String words(Shell page, @Nullable Instant due) {
        if (due == null) {
            return page.t("không định hạn", "no date");
        }
        boolean wholeDay = due.atZone(Shell.ZONE).toLocalTime().equals(ObligationDraft.END_OF_DAY);
        return wholeDay ? page.t("hết ngày ", "end of ") + page.date(due) : page.minute(due);
    }

    /** As a form's field for a time holds it. */
    public static String typed(Instant due) {
        return DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm").format(due.atZone(Shell.ZONE));
    }
}

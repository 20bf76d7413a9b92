package vn.nhipcau.duties;

import java.time.Instant;
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
}

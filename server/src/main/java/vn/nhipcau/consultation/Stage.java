package vn.nhipcau.consultation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nhipcau.web.Shell;

/**
 * Where a consultation stands for who reads about it.
 *
 * @param days full days until it opens or, once open, until the cut-off; 0: today
 * @param batch the one that opinions go to now
 */
record Stage(Kind kind, long days, @Nullable Batch batch) {

    enum Kind {
        COMING("Sắp mở", "Coming", "warn"),
        OPEN("Đang lấy ý kiến", "Open", "good"),
        OVER("Đã kết thúc", "Over", "");

        private final String vietnamese;
        private final String english;
        private final String look;

        Kind(String vietnamese, String english, String look) {
            this.vietnamese = vietnamese;
            this.english = english;
            this.look = look;
        }

        String vietnamese() {
            return vietnamese;
        }

        String english() {
            return english;
        }

        String look() {
            return look;
        }
    }

    static Stage of(Consultation consultation, List<Batch> batches, Instant now) {
        if (now.isBefore(consultation.opensAt()) && consultation.state() == Consultation.State.OPEN) {
            return new Stage(Kind.COMING, days(now, consultation.opensAt()), null);
        }
        if (!consultation.takesOpinions(now)) {
            return new Stage(Kind.OVER, 0, null);
        }
        Batch current = batches.stream()
                .filter(batch -> batch.lockedAt() == null && now.isBefore(batch.cutOff()))
                .findFirst()
                .orElse(null);
        return new Stage(Kind.OPEN, days(now, lastMoment(consultation.closesAt())), current);
    }

    private static long days(Instant now, Instant then) {
        return ChronoUnit.DAYS.between(LocalDate.ofInstant(now, Shell.ZONE), LocalDate.ofInstant(then, Shell.ZONE));
    }

    /** A cut-off at midnight is meant as the end of the day before. */
    static Instant lastMoment(Instant cutOff) {
        return cutOff.minusMillis(1);
    }

    boolean open() {
        return kind == Kind.OPEN;
    }

    String says(Shell page) {
        return switch (kind) {
            case COMING -> page.t("Còn " + days + " ngày nữa sẽ mở", "Opens in " + days + " days");
            case OPEN ->
                days == 0
                        ? page.t("Hôm nay là ngày cuối", "Today is the last day")
                        : page.t("Còn " + days + " ngày", days + " days left");
            case OVER -> page.t("Đã hết thời gian góp ý", "The time is over");
        };
    }
}

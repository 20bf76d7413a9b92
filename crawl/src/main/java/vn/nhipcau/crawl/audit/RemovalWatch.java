package vn.nhipcau.crawl.audit;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nhipcau.crawl.fetch.Url;

/**
 * Puts what a look found beside what earlier looks had found. A crawler that takes a time-out, a blocked address or one bad
 * morning for a deletion accuses a unit wrongly; so a removal is said only after several spaced checks of a site that
 * otherwise works, each with a positive sign: the address answers 404 or 410, or answers without the text.
 */
final class RemovalWatch {
    private static final int CHECKS = 3;
    private static final double LESS = 0.05;
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("HH:mm 'ngày' dd/MM/yyyy").withZone(ZoneId.of("Asia/Ho_Chi_Minh"));

    private final Inquiry inquiry;
    private final Instant now;
    private final Duration spacing;
    private final @Nullable Verdict shown;
    private final @Nullable Verdict last;

    RemovalWatch(Inquiry inquiry, Instant now, Duration spacing) {
        this.inquiry = inquiry;
        this.now = now;
        this.spacing = spacing;
        this.shown = Remembered.verdict(inquiry.site, Remembered.SHOWN, inquiry.before);
        this.last = Remembered.verdict(inquiry.site, Remembered.LAST, inquiry.before);
    }

    /** What the last look said, or null at the first. */
    @Nullable
    Verdict last() {
        return last;
    }

    /** Where the document was seen last. */
    List<String> placesShown() {
        return shown == null ? List.of() : shown.where();
    }

    /** The final word on a look; it is written into the site's memory. */
    Verdict settle(Verdict found, @Nullable Url home) {
        if (couldNotSee(found)) {
            inquiry.memory.keepPages(inquiry.before);
        }
        Verdict settled = shown == null ? withoutPast(found) : settle(found, shown, home);
        Remembered.keep(settled, Remembered.LAST, inquiry.memory);
        boolean showsNow = showsSomething(found);
        if (showsNow) {
            Remembered.keep(settled.withAbsence(null), Remembered.SHOWN, inquiry.memory);
            inquiry.memory.fact("lastSeen", now.toString());
        } else if (shown != null
                && (settled.absence() == null || !settled.absence().removed())) {
            Remembered.keep(shown, Remembered.SHOWN, inquiry.memory);
            inquiry.memory.fact("lastSeen", inquiry.before.fact("lastSeen"));
        }
        return settled;
    }

    private Verdict withoutPast(Verdict found) {
        boolean stillGone = found.kind() == Verdict.Kind.NOT_FOUND
                && last != null
                && last.absence() != null
                && last.absence().removed();
        return stillGone
                ? found.withAbsence(last.absence()).withReason(removed(last.absence()) + found.reason())
                : found;
    }

    private Verdict settle(Verdict found, Verdict before, @Nullable Url home) {
        if (couldNotSee(found)) {
            return found.withReason(found.reason() + " Lần kiểm tra " + MINUTE.format(lastSeen()) + " còn thấy đăng.")
                    .withAbsence(last == null ? null : last.absence());
        }
        if (!isLess(found, before)) {
            return found.withFirstSeen(before.firstSeen());
        }
        return switch (sign(before.where(), home)) {
            case STILL_SHOWN ->
                found.withFirstSeen(before.firstSeen())
                        .withReason(found.reason() + " Nội dung đã thay đổi: lần kiểm tra " + MINUTE.format(lastSeen())
                                + " là “" + before.kind().vietnamese().toLowerCase() + "”.");
            case NOT_SEEN -> {
                inquiry.memory.keepPages(inquiry.before);
                yield new Verdict(
                                inquiry.site,
                                Verdict.Kind.UNREACHABLE,
                                "Chưa kết luận được: lần này không xem được nơi từng đăng văn bản ("
                                        + before.where().getFirst() + "). Lần kiểm tra " + MINUTE.format(lastSeen())
                                        + " còn thấy đăng.")
                        .withCosts(found.requests(), found.bytes(), 0)
                        .withAbsence(last == null ? null : last.absence());
            }
            case GONE -> gone(found, before);
        };
    }

    private Verdict gone(Verdict found, Verdict before) {
        Verdict.Absence absence = counted();
        if (absence.removed()) {
            return found.withAbsence(absence)
                    .withFirstSeen(found.kind() == Verdict.Kind.NOT_FOUND ? null : before.firstSeen())
                    .withReason(removed(absence) + found.reason());
        }
        inquiry.memory.keepPages(inquiry.before);
        return before.withCosts(found.requests(), found.bytes(), 0)
                .withAbsence(absence)
                .withReason("Có thể đã gỡ: nơi từng đăng " + absence.sign() + ", thấy lần cuối "
                        + MINUTE.format(absence.lastSeen()) + "; mới kiểm tra " + absence.checks() + "/" + CHECKS
                        + " lần cách nhau, chưa kết luận.");
    }

    /** The absence with this check counted, if it is far enough from the last one that counted. */
    private Verdict.Absence counted() {
        Verdict.Absence known = last == null ? null : last.absence();
        if (known == null || known.removed()) {
            return new Verdict.Absence(lastSeen(), now, now, 1, false, sign);
        }
        if (now.isBefore(known.missedLast().plus(spacing))) {
            return known;
        }
        int checks = known.checks() + 1;
        return new Verdict.Absence(known.lastSeen(), known.missedSince(), now, checks, checks >= CHECKS, sign);
    }

    private String removed(Verdict.Absence absence) {
        return "Đã gỡ: thấy lần cuối " + MINUTE.format(absence.lastSeen()) + ", từ "
                + MINUTE.format(absence.missedSince()) + " nơi từng đăng " + absence.sign() + ". ";
    }

    private Instant lastSeen() {
        String time = inquiry.before.fact("lastSeen");
        return time == null ? now : Instant.parse(time);
    }

    private enum Sign {
        STILL_SHOWN,
        GONE,
        NOT_SEEN
    }

    private String sign = "";

    /** What the places that showed the document answer now. */
    private Sign sign(List<String> places, @Nullable Url home) {
        if (home == null || !inquiry.log.answered(home)) {
            return Sign.NOT_SEEN;
        }
        Sign all = Sign.STILL_SHOWN;
        for (String place : places) {
            String outcome = String.valueOf(inquiry.log.outcome(place));
            boolean without = outcome.equals(Logbook.READ) && !inquiry.clues.shows(place);
            if (outcome.equals("404") || outcome.equals("410")) {
                sign = "trả lời " + outcome;
                all = Sign.GONE;
            } else if (without) {
                sign = "không còn nội dung văn bản";
                all = Sign.GONE;
            } else if (!outcome.equals(Logbook.READ) && !outcome.equals(Logbook.UNCHANGED)) {
                return Sign.NOT_SEEN;
            }
        }
        return all;
    }

    private static boolean couldNotSee(Verdict verdict) {
        return verdict.kind() == Verdict.Kind.UNREACHABLE || verdict.kind() == Verdict.Kind.FORBIDDEN;
    }

    private static boolean showsSomething(Verdict verdict) {
        return !couldNotSee(verdict)
                && verdict.kind() != Verdict.Kind.NOT_FOUND
                && !verdict.where().isEmpty();
    }

    private static boolean isLess(Verdict now, Verdict before) {
        return rank(now) < rank(before) || now.kind() == before.kind() && now.coverage() < before.coverage() - LESS;
    }

    private static int rank(Verdict verdict) {
        return switch (verdict.kind()) {
            case FULL -> 4;
            case OTHER_VERSION -> 3;
            case PARTIAL, UNREADABLE -> 2;
            case LINK -> 1;
            case NOT_FOUND, UNREACHABLE, FORBIDDEN -> 0;
        };
    }
}

package vn.nhipcau.duties;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.nhipcau.calendar.DaysOff;
import vn.nhipcau.calendar.Reminders;
import vn.nhipcau.calendar.WorkingDays;
import vn.nhipcau.directory.Officer;
import vn.nhipcau.web.Shell;

/**
 * Who is to be reminded of what, worked out from due times and the clock; nothing is scheduled or kept. Sending is for
 * another module, which asks for the moments {@link #between} its last look and now.
 */
@Service
public class DutyReminders {
    /** Longer than any run of days off before which a reminder could be moved. */
    private static final int SLACK_DAYS = 21;

    private final JdbcClient jdbc;
    private final Boards boards;
    private final DaysOff daysOff;
    private final Reminders reminders;

    DutyReminders(
            JdbcClient jdbc,
            Boards boards,
            DaysOff daysOff,
            @Value("${nhipcau.reminders.before:P3D,P1D,PT12H}") List<Duration> before) {
        this.jdbc = jdbc;
        this.boards = boards;
        this.daysOff = daysOff;
        this.reminders = new Reminders(before);
    }

    /** A moment at which a unit is to be reminded of a duty. @param overdue the due time has just gone by */
    public record Moment(Instant at, Duty duty, boolean overdue) {}

    /** All moments after {@code from} and up to {@code to}, in order, for the duties as they stand now. */
    public List<Moment> between(Instant from, Instant to) {
        WorkingDays days = daysOff.workingDays();
        Duration most = reminders.before().isEmpty()
                ? Duration.ZERO
                : reminders.before().getFirst();
        List<Duty> candidates = jdbc.sql("SELECT " + Duty.COLUMNS + " FROM duties.duty d" + Duty.JOINS
                        + "WHERE d.mover = 'UNIT' AND d.due_at > ? AND d.due_at <= ? ORDER BY d.due_at, d.id")
                .params(Timestamp.from(from), Timestamp.from(to.plus(most).plus(Duration.ofDays(SLACK_DAYS))))
                .query(Duty::row)
                .list();
        List<Moment> moments = new ArrayList<>();
        for (Duty duty : candidates) {
            Instant due = duty.dueAt();
            if (due == null) {
                continue;
            }
            for (Instant at : before(due, days)) {
                if (at.isAfter(from) && !at.isAfter(to)) {
                    moments.add(new Moment(at, duty, false));
                }
            }
            if (!due.isAfter(to)) {
                moments.add(new Moment(due, duty, true));
            }
        }
        moments.sort(Comparator.comparing(Moment::at));
        return moments;
    }

    /** Reminders that come before the duty was due; one counted from a day's end may fall after an earlier hour. */
    private List<Instant> before(Instant due, WorkingDays days) {
        return reminders.of(LocalDate.ofInstant(due, Shell.ZONE), days).stream()
                .map(time -> time.atZone(Shell.ZONE).toInstant())
                .filter(at -> at.isBefore(due))
                .toList();
    }

    /**
     * One unit to be reminded.
     *
     * @param overdue how many of its duties are overdue
     * @param total overdue and soon due
     * @param duties the first of them, by due time
     */
    public record ToRemind(long unitId, String unit, long overdue, long total, List<Duty> duties) {}

    /** How many units {@link #units} has. */
    public long countUnits(DutyFilter filter, Officer officer, Instant now) {
        return boards.open(officer, now).openUnits(filter, horizon(now));
    }

    /** Units with overdue duties, or with duties of which the first reminder is past, those with most overdue first. */
    public List<ToRemind> units(DutyFilter filter, int skip, int size, Officer officer, Instant now) {
        Instant horizon = horizon(now);
        Board board = boards.open(officer, now);
        Map<Long, Board.OpenUnit> units = new LinkedHashMap<>();
        board.openUnits(filter, horizon, skip, size).forEach(unit -> units.put(unit.unitId(), unit));
        Map<Long, List<Duty>> rows = board.openRows(filter, horizon, units.keySet());
        return units.values().stream()
                .map(unit -> new ToRemind(
                        unit.unitId(),
                        unit.unit(),
                        unit.overdue(),
                        unit.total(),
                        rows.getOrDefault(unit.unitId(), List.of())))
                .toList();
    }

    /** Duties due before this are to be reminded of now: the end of the last day whose first reminder is past. */
    private Instant horizon(Instant now) {
        WorkingDays days = daysOff.workingDays();
        LocalDate today = LocalDate.ofInstant(now, Shell.ZONE);
        LocalDateTime time = LocalDateTime.ofInstant(now, Shell.ZONE);
        LocalDate last = today;
        for (LocalDate day = today; day.isBefore(today.plusDays(SLACK_DAYS)); day = day.plusDays(1)) {
            List<LocalDateTime> times = reminders.of(day, days);
            if (!times.isEmpty() && !times.getFirst().isAfter(time)) {
                last = day;
            }
        }
        return last.plusDays(1).atStartOfDay(Shell.ZONE).toInstant();
    }

    /** Submissions that wait for a check longer than was meant, the oldest first. */
    public List<Duty> reviews(DutyFilter.View view, int most, Officer officer, Instant now) {
        return boards
                .open(officer, now)
                .rows(DutyFilter.of(view).in(Slice.TO_REVIEW).sortedBy(DutyFilter.Sort.SINCE), 0, most)
                .stream()
                .filter(duty -> duty.move(now).late())
                .toList();
    }

    /** Ready to be copied into a message to the unit. */
    public static String text(ToRemind unit, String from, Shell page) {
        StringBuilder text = new StringBuilder();
        text.append("Kính gửi: ").append(unit.unit()).append("\n\n");
        text.append(from.isEmpty() ? "Đề nghị" : from + " đề nghị")
                .append(" đơn vị thực hiện các nhiệm vụ sau (tính đến ")
                .append(page.minute(page.now()))
                .append("):\n");
        int number = 1;
        for (Duty duty : unit.duties()) {
            text.append(number++).append(". ").append(duty.name());
            text.append(" – theo ").append(duty.directiveName());
            text.append(" – hạn ").append(until(duty.dueAt(), page));
            if (duty.overdue(page.now())) {
                text.append(", ĐÃ QUÁ HẠN ").append(duty.daysLate(page.now())).append(" ngày");
            }
            if (duty.state() == DutyState.RETURNED) {
                text.append(", bản nộp trước đã bị trả lại");
            }
            text.append(".\n");
        }
        if (unit.total() > unit.duties().size()) {
            text.append("… và ")
                    .append(unit.total() - unit.duties().size())
                    .append(" nhiệm vụ khác, xem tại mục “Việc của tôi”.\n");
        }
        return text.append("\nKết quả và minh chứng nộp trên hệ thống, mục “Việc của tôi”. Trân trọng./.")
                .toString();
    }

    private static String until(@Nullable Instant due, Shell page) {
        boolean wholeDay = due != null && due.atZone(Shell.ZONE).toLocalTime().equals(ObligationDraft.END_OF_DAY);
        return wholeDay ? "hết ngày " + page.date(due) : page.minute(due);
    }
}

package vn.nhipcau.calendar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.nhipcau.web.Refusal;

/**
 * The calendar of working days in force: for a year that an administrator has settled the days written down for it, for any
 * other those that follow from the law. Changing a year settles it as it then stands; deadlines that were fixed before keep
 * their dates.
 */
@Service
public class DaysOff {
    private final JdbcClient jdbc;

    DaysOff(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param by who settled the year; null: nobody, the days are the law's proposal */
    public record Year(
            int year,
            List<DayOff> days,
            @Nullable String by,
            @Nullable Instant at) {
        public boolean settled() {
            return by != null;
        }
    }

    /** A change of the calendar, kept for those who ask why a deadline fell where it did. */
    public record Change(String what, String by, Instant at) {}

    /** A value that may be kept for the length of one task; ask again for the next. */
    public WorkingDays workingDays() {
        Map<Integer, Map<LocalDate, DayOff.Kind>> settled = new HashMap<>();
        jdbc.sql("SELECT year FROM calendar.settled_year")
                .query(Integer.class)
                .list()
                .forEach(year -> settled.put(year, new HashMap<>()));
        jdbc.sql("SELECT day, kind, name, basis FROM calendar.day_off")
                .query(DaysOff::day)
                .list()
                .forEach(day -> settled.get(day.day().getYear()).put(day.day(), day.kind()));
        return WorkingDays.of(year -> settled.containsKey(year) ? settled.get(year) : proposed(year));
    }

    private static Map<LocalDate, DayOff.Kind> proposed(int year) {
        if (year < LunarCalendar.FIRST_YEAR || year > LunarCalendar.LAST_YEAR) {
            return Map.of();
        }
        Map<LocalDate, DayOff.Kind> days = new HashMap<>();
        PublicHolidays.of(year).forEach(day -> days.put(day.day(), day.kind()));
        return days;
    }

    public Year year(int year) {
        return jdbc.sql("SELECT settled_by, settled_at FROM calendar.settled_year WHERE year = ?")
                .param(year)
                .query((row, number) -> new Year(
                        year,
                        days(year),
                        row.getString("settled_by"),
                        row.getTimestamp("settled_at").toInstant()))
                .optional()
                .orElseGet(() -> new Year(year, PublicHolidays.of(year), null, null));
    }

    /** Newest first. */
    public List<Change> changes(int year) {
        return jdbc.sql(
                        "SELECT what, changed_by, changed_at FROM calendar.change WHERE year = ? ORDER BY id DESC LIMIT 200")
                .param(year)
                .query((row, number) -> new Change(
                        row.getString("what"),
                        row.getString("changed_by"),
                        row.getTimestamp("changed_at").toInstant()))
                .list();
    }

    /** The days of the year shall be as they stand now, whatever rule a later version of this program follows. */
    @Transactional
    public void settle(int year, String by, Instant now) {
        if (settleAsItStands(year, by, now)) {
            note(year, "Chốt lịch nghỉ năm " + year, by, now);
        }
    }

    /** Adds the day, or says it anew. */
    @Transactional
    public void put(DayOff day, String by, Instant now) {
        settleAsItStands(day.day().getYear(), by, now);
        write(day);
        note(day.day().getYear(), "Ghi " + told(day), by, now);
    }

    @Transactional
    public void remove(LocalDate day, String by, Instant now) {
        settleAsItStands(day.getYear(), by, now);
        DayOff gone = jdbc.sql("DELETE FROM calendar.day_off WHERE day = ? RETURNING day, kind, name, basis")
                .param(day)
                .query(DaysOff::day)
                .optional()
                .orElseThrow(Refusal::notFound);
        note(day.getYear(), "Bỏ " + told(gone), by, now);
    }

    /** A working day is given off and a weekend day worked in its place (hoán đổi ngày làm việc). */
    @Transactional
    public void swap(LocalDate off, LocalDate worked, String basis, String by, Instant now) {
        if (WorkingDays.isWeekend(off)) {
            throw Refusal.invalid(
                    "SWAP_NOT_A_WEEKDAY",
                    "Ngày được nghỉ " + Dates.written(off)
                            + " vốn là ngày nghỉ cuối tuần. Hãy chọn ngày từ thứ Hai đến thứ Sáu.",
                    "The day off " + Dates.written(off) + " is a weekend day already. Choose Monday to Friday.");
        }
        put(
                new DayOff(off, DayOff.Kind.OFF, "Nghỉ hoán đổi (làm bù " + Dates.withWeekday(worked) + ")", basis),
                by,
                now);
        put(new DayOff(worked, DayOff.Kind.WORKING, "Làm bù cho " + Dates.withWeekday(off), basis), by, now);
    }

    /** The whole year's list takes the place of what was there. */
    @Transactional
    public void replace(int year, List<DayOff> days, String by, Instant now) {
        settleAsItStands(year, by, now);
        jdbc.sql("DELETE FROM calendar.day_off WHERE year = ?").param(year).update();
        days.forEach(this::write);
        note(year, "Nhập danh sách " + days.size() + " ngày thay cho danh sách cũ", by, now);
    }

    private boolean settleAsItStands(int year, String by, Instant now) {
        boolean fresh =
                jdbc.sql("""
                        INSERT INTO calendar.settled_year (year, settled_by, settled_at) VALUES (?, ?, ?)
                        ON CONFLICT DO NOTHING""").params(year, by, java.sql.Timestamp.from(now)).update() == 1;
        if (fresh) {
            PublicHolidays.of(year).forEach(this::write);
        } else {
            jdbc.sql("UPDATE calendar.settled_year SET settled_by = ?, settled_at = ? WHERE year = ?")
                    .params(by, java.sql.Timestamp.from(now), year)
                    .update();
        }
        return fresh;
    }

    private void write(DayOff day) {
        if (day.kind() == DayOff.Kind.WORKING && !WorkingDays.isWeekend(day.day())) {
            throw Refusal.invalid(
                    "WORKED_DAY_NOT_A_WEEKEND",
                    "Ngày làm bù " + Dates.written(day.day()) + " không phải thứ Bảy hoặc Chủ nhật.",
                    "The worked day " + Dates.written(day.day()) + " is not a Saturday or Sunday.");
        }
        jdbc.sql("""
                INSERT INTO calendar.day_off (day, kind, name, basis) VALUES (?, ?, ?, ?)
                ON CONFLICT (day) DO UPDATE SET kind = excluded.kind, name = excluded.name, basis = excluded.basis""")
                .params(day.day(), day.kind().name().toLowerCase(Locale.ROOT), day.name(), day.basis())
                .update();
    }

    private void note(int year, String what, String by, Instant now) {
        jdbc.sql("INSERT INTO calendar.change (year, what, changed_by, changed_at) VALUES (?, ?, ?, ?)")
                .params(year, what, by, java.sql.Timestamp.from(now))
                .update();
    }

    private List<DayOff> days(int year) {
        return jdbc.sql("SELECT day, kind, name, basis FROM calendar.day_off WHERE year = ? ORDER BY day")
                .param(year)
                .query(DaysOff::day)
                .list();
    }

    private static DayOff day(ResultSet row, int number) throws SQLException {
        return new DayOff(
                row.getObject("day", LocalDate.class),
                DayOff.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getString("name"),
                row.getString("basis"));
    }

    private static String told(DayOff day) {
        return (day.kind() == DayOff.Kind.OFF ? "ngày nghỉ " : "ngày làm bù ") + Dates.withWeekday(day.day()) + ": "
                + day.name() + " (" + day.basis() + ")";
    }
}

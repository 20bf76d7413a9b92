package vn.nhipcau.calendar;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Days off as an iCalendar file (RFC 5545) that Outlook, Google Calendar and telephones take. */
final class CalendarFile {
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    /** Bytes a line may have before it is folded. */
    private static final int LONGEST_LINE = 75;

    private final StringBuilder text = new StringBuilder();

    private CalendarFile() {}

    static String of(String name, List<DayOff> days, Instant stamp) {
        CalendarFile file = new CalendarFile();
        file.line("BEGIN:VCALENDAR");
        file.line("VERSION:2.0");
        file.line("PRODID:-//Nhip Cau//Lich lam viec//VI");
        file.line("CALSCALE:GREGORIAN");
        file.line("METHOD:PUBLISH");
        file.line("X-WR-CALNAME:" + escaped(name));
        days.forEach(day -> file.event(day, stamp));
        file.line("END:VCALENDAR");
        return file.text.toString();
    }

    private void event(DayOff day, Instant stamp) {
        LocalDate date = day.day();
        line("BEGIN:VEVENT");
        line("UID:day-off-" + date + "@nhipcau.vn");
        line("DTSTAMP:" + STAMP.format(stamp));
        line("DTSTART;VALUE=DATE:" + DAY.format(date));
        line("DTEND;VALUE=DATE:" + DAY.format(date.plusDays(1)));
        line("SUMMARY:" + escaped(day.name()));
        line("DESCRIPTION:" + escaped(day.basis()));
        line("TRANSP:" + (day.kind() == DayOff.Kind.OFF ? "OPAQUE" : "TRANSPARENT"));
        line("END:VEVENT");
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\n", "\\n");
    }

    private void line(String content) {
        int bytes = 0;
        for (int i = 0; i < content.length(); ) {
            int point = content.codePointAt(i);
            String letter = Character.toString(point);
            int size = letter.getBytes(StandardCharsets.UTF_8).length;
            if (bytes + size > LONGEST_LINE) {
                text.append("\r\n ");
                bytes = 1;
            }
            text.append(letter);
            bytes += size;
            i += letter.length();
        }
        text.append("\r\n");
    }
}

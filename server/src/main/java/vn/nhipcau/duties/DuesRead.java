package vn.nhipcau.duties;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.nhipcau.legaltext.Obligation;

/** Time limits as the reader writes them, in our form. What cannot be understood is left out, for a person to set. */
final class DuesRead {
    private static final Pattern RELATIVE =
            Pattern.compile("P(?:T(?<hours>\\d+)H|(?<amount>\\d+)(?<unit>BD|D|M))(?:\\s+after\\s+(?<event>.+))?");

    private DuesRead() {}

    static List<Due> of(Obligation read) {
        List<Due> dues = new ArrayList<>();
        List<LocalDate> days = read.due().stream().sorted().toList();
        for (int i = 0; i < days.size(); i++) {
            // Several days for one thing are batches (đợt).
            dues.add(new Due.On(days.get(i), days.size() > 1 ? "Đợt " + (i + 1) : "", null));
        }
        for (String rule : read.rrule()) {
            dues.add(new Due.Rhythm(rule, PeriodNaming.of(rule), null));
        }
        if (read.relative() != null) {
            Matcher match = RELATIVE.matcher(read.relative().strip());
            if (match.matches()) {
                dues.add(after(match));
            }
        }
        return dues;
    }

    private static Due.After after(Matcher match) {
        String event = match.group("event") == null ? "" : match.group("event").strip();
        if (match.group("hours") != null) {
            return new Due.After(Integer.parseInt(match.group("hours")), Due.Unit.HOURS, event, null, "", null);
        }
        Due.Unit unit = switch (match.group("unit")) {
            case "BD" -> Due.Unit.WORKING_DAYS;
            case "M" -> Due.Unit.MONTHS;
            default -> Due.Unit.DAYS;
        };
        return new Due.After(Integer.parseInt(match.group("amount")), unit, event, null, "", null);
    }
}

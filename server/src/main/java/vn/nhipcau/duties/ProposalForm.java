package vn.nhipcau.duties;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import vn.nhipcau.calendar.DueRule;
import vn.nhipcau.calendar.DueTerms;
import vn.nhipcau.calendar.OnDayOff;
import vn.nhipcau.calendar.Recurrence;
import vn.nhipcau.calendar.ReportingYear;
import vn.nhipcau.calendar.TimeLimit;
import vn.nhipcau.legaltext.EvidenceKind;
import vn.nhipcau.web.Language;
import vn.nhipcau.web.Refusal;

/**
 * An obligation as the fields of a form show it and as a person types it; what was typed survives a mistake in one of
 * them.
 *
 * @param dates as typed: {@code 10/8/2020; 10/9/2020}
 * @param rhythms a line each, in words or as RRULE
 * @param onDayOff name of {@link OnDayOff}; empty: as the law has it for each kind of limit
 * @param years {@code calendar}, {@code closing14}; empty: some other reporting year, left as it is
 * @param quote words of the text that a new obligation stands on
 */
record ProposalForm(
        String what,
        String clause,
        String quote,
        String evidence,
        String deliverTo,
        String verifier,
        String limits,
        String dates,
        String rhythms,
        String untilOn,
        String amount,
        String unit,
        String side,
        String event,
        String eventOn,
        String onDayOff,
        String cutOffOn,
        String dueTime,
        String years,
        List<Target> targets) {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final Pattern TYPED_DATE =
            Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})(?:[/.-](\\d{4}))?|(\\d{4})-(\\d{2})-(\\d{2})");
    private static final int MOST_RHYTHMS = 20;
    static final ObligationDraft NOTHING = new ObligationDraft(
            "",
            "",
            null,
            "",
            List.of(),
            List.of(),
            List.of(),
            EvidenceKind.REPORT,
            "",
            null,
            List.of(),
            List.of(),
            ObligationDraft.END_OF_DAY,
            null,
            List.of(),
            1);

    static ProposalForm of(ObligationDraft content) {
        List<LocalDate> dates = new ArrayList<>();
        List<String> rhythms = new ArrayList<>();
        DueRule.@Nullable Relative relative = null;
        for (Due due : content.dues()) {
            switch (due.rule()) {
                case DueRule.Fixed fixed -> dates.addAll(fixed.dates());
                case DueRule.Rhythm rhythm -> rhythms.add(rhythm.recurrence().words(Language.VI));
                case DueRule.Relative one -> relative = one;
            }
        }
        Due first = content.dues().isEmpty() ? null : content.dues().getFirst();
        return new ProposalForm(
                content.what(),
                content.clause(),
                "",
                content.evidence().name(),
                content.deliverTo(),
                content.verifierId() == null ? "" : Long.toString(content.verifierId()),
                String.join("\n", content.limits()),
                dates.stream().map(DATE::format).collect(Collectors.joining("; ")),
                String.join("\n", rhythms),
                iso(content.untilOn()),
                relative == null ? "" : Integer.toString(relative.limit().amount()),
                relative == null
                        ? TimeLimit.Unit.WORKING_DAY.name()
                        : relative.limit().unit().name(),
                relative != null && relative.before() ? "before" : "after",
                relative == null ? "" : relative.event(),
                first == null ? "" : iso(first.eventOn()),
                onDayOff(content.dues()),
                first == null ? "" : iso(first.cutOffOn()),
                content.dueTime().equals(ObligationDraft.END_OF_DAY)
                        ? ""
                        : content.dueTime().toString(),
                years(content.dues()),
                content.targets());
    }

    static ProposalForm sent(MultiValueMap<String, String> fields) {
        List<Target> targets = fields.getOrDefault("target", List.of()).stream()
                .filter(key -> key.matches("[gu]\\d{1,18}"))
                .distinct()
                .map(key -> Addressees.target(
                        key, "WITH".equals(fields.getFirst("part-" + key)) ? Target.Part.WITH : Target.Part.LEAD))
                .toList();
        return new ProposalForm(
                typed(fields, "what"),
                typed(fields, "clause"),
                typed(fields, "quote"),
                typed(fields, "evidence"),
                typed(fields, "deliverTo"),
                typed(fields, "verifier"),
                typed(fields, "limits"),
                typed(fields, "dates"),
                typed(fields, "rhythms"),
                typed(fields, "untilOn"),
                typed(fields, "amount"),
                typed(fields, "unit"),
                typed(fields, "side"),
                typed(fields, "event"),
                typed(fields, "eventOn"),
                typed(fields, "onDayOff"),
                typed(fields, "cutOffOn"),
                typed(fields, "dueTime"),
                typed(fields, "years"),
                targets);
    }

    /**
     * What the form makes of the obligation. What it has no field for stays as it was.
     *
     * @param year for dates typed without one
     * @throws Refusal naming the field that cannot be understood
     */
    ObligationDraft applyTo(ObligationDraft before, int year) {
        return new ObligationDraft(
                within(100, "Mục, khoản", clause),
                before.text(),
                before.span(),
                within(300, "Việc phải làm", what),
                before.who(),
                before.lead(),
                before.with(),
                Arrays.stream(EvidenceKind.values())
                        .filter(kind -> kind.name().equals(evidence))
                        .findFirst()
                        .orElse(EvidenceKind.OTHER),
                within(300, "Gửi về, báo cáo cho", deliverTo),
                verifier.matches("\\d{1,18}") ? Long.valueOf(verifier) : null,
                lines(within(2_000, "Giới hạn về hình thức", limits)),
                dues(before.dues(), year),
                time(),
                date("Nhịp kéo dài đến", untilOn),
                targets,
                before.confidence());
    }

    /** As long as the page lets one type. */
    private static String within(int most, String field, String typed) {
        if (typed.length() > most) {
            throw wrong(
                    field + ": dài " + typed.length() + " ký tự, tối đa " + most + ". Hãy rút ngắn.",
                    "This text has " + typed.length() + " characters; at most " + most + ". Shorten it.");
        }
        return typed;
    }

    private List<Due> dues(List<Due> before, int year) {
        LocalDate happened = date("Tính từ ngày", eventOn);
        LocalDate cutOff = date("Số liệu tính đến ngày", cutOffOn);
        List<Due> dues = new ArrayList<>();
        List<LocalDate> fixed = dates(year);
        if (!fixed.isEmpty()) {
            dues.add(new Due(
                    new DueRule.Fixed(fixed, terms(before, DueRule.Fixed.class, DueTerms.AS_NAMED)), null, cutOff));
        }
        Map<String, DueRule.Rhythm> known = new LinkedHashMap<>();
        for (Due due : before) {
            if (due.rule() instanceof DueRule.Rhythm rhythm) {
                known.put(rhythm.recurrence().words(Language.VI), rhythm);
            }
        }
        List<String> written = lines(rhythms);
        if (written.size() > MOST_RHYTHMS) {
            throw wrong(
                    "Một nghĩa vụ tối đa " + MOST_RHYTHMS + " nhịp. Hãy tách thành nhiều nghĩa vụ.",
                    "At most " + MOST_RHYTHMS + " rhythms in one obligation. Split it.");
        }
        for (String line : written) {
            DueRule.Rhythm rhythm = known.containsKey(line) ? known.get(line) : rhythm(line);
            dues.add(new Due(
                    new DueRule.Rhythm(
                            rhythm.recurrence(),
                            rhythm.kind(),
                            reportingYear(rhythm.years()),
                            terms(before, DueRule.Rhythm.class, DueTerms.AS_NAMED)),
                    null,
                    cutOff));
        }
        if (!amount.isEmpty()) {
            boolean backwards = "before".equals(side);
            DueTerms usual = backwards ? new DueTerms(OnDayOff.MOVES_BACK, null) : DueTerms.AS_COUNTED;
            dues.add(new Due(
                    new DueRule.Relative(limit(), backwards, event, terms(before, DueRule.Relative.class, usual)),
                    happened,
                    cutOff));
        }
        return dues;
    }

    private List<LocalDate> dates(int year) {
        List<LocalDate> found = new ArrayList<>();
        Stream.of(dates.split("[;,\\n]|\\svà\\s"))
                .map(String::strip)
                .filter(typed -> !typed.isEmpty())
                .forEach(typed -> found.add(date("Ngày hạn", typed, year)));
        return found;
    }

    private static DueRule.Rhythm rhythm(String line) {
        try {
            return new DueRule.Rhythm(Recurrence.parse(line));
        } catch (Refusal notUnderstood) {
            throw wrong(
                    "Nhịp “" + line + "” chưa hiểu được: "
                            + notUnderstood.sentence(Language.VI)
                            + " Hãy viết như “hằng quý, ngày 10 của tháng cuối quý”, “thứ Sáu hằng tuần”.",
                    "The rhythm “" + line + "” is not understood: " + notUnderstood.sentence(Language.EN));
        }
    }

    private TimeLimit limit() {
        int number = amount.matches("\\d{1,4}") ? Integer.parseInt(amount) : 0;
        if (number == 0) {
            throw wrong(
                    "“Trong vòng”: “" + amount + "” không phải số dương. Hãy ghi số, ví dụ 5.",
                    "“Within”: “" + amount + "” is not a positive number.");
        }
        return new TimeLimit(
                number,
                Arrays.stream(TimeLimit.Unit.values())
                        .filter(one -> one.name().equals(unit))
                        .findFirst()
                        .orElse(TimeLimit.Unit.WORKING_DAY));
    }

    private DueTerms terms(List<Due> before, Class<? extends DueRule> kind, DueTerms usual) {
        Integer lock = before.stream()
                .filter(due -> kind.isInstance(due.rule()))
                .map(due -> due.rule().terms().lockAfterDays())
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(null);
        OnDayOff moved = Arrays.stream(OnDayOff.values())
                .filter(one -> one.name().equals(onDayOff))
                .findFirst()
                .orElse(usual.onDayOff());
        return new DueTerms(moved, lock);
    }

    private ReportingYear reportingYear(ReportingYear before) {
        return switch (years) {
            case "calendar" -> ReportingYear.CALENDAR;
            case "closing14" -> ReportingYear.CLOSING_ON_14;
            default -> before;
        };
    }

    private LocalTime time() {
        if (dueTime.isEmpty()) {
            return ObligationDraft.END_OF_DAY;
        }
        try {
            return LocalTime.parse(dueTime.length() == 4 ? "0" + dueTime : dueTime);
        } catch (DateTimeException e) {
            throw wrong(
                    "Giờ hết hạn “" + dueTime + "” không đúng. Hãy viết như 17:00, hoặc để trống là hết ngày.",
                    "The hour “" + dueTime + "” is wrong. Write 17:00, or leave it empty for the day's end.");
        }
    }

    private static @Nullable LocalDate date(String field, String typed) {
        return typed.isEmpty() ? null : date(field, typed, LocalDate.EPOCH.getYear());
    }

    private static LocalDate date(String field, String typed, int year) {
        Matcher form = TYPED_DATE.matcher(typed);
        try {
            if (form.matches()) {
                return Plausible.day(
                        field,
                        form.group(4) != null
                                ? LocalDate.parse(typed)
                                : LocalDate.of(
                                        form.group(3) == null ? year : Integer.parseInt(form.group(3)),
                                        Integer.parseInt(form.group(2)),
                                        Integer.parseInt(form.group(1))));
            }
        } catch (DateTimeException noSuchDay) {
            throw wrongDate(field, typed);
        }
        throw wrongDate(field, typed);
    }

    private static Refusal wrongDate(String field, String typed) {
        return wrong(
                field + ": “" + typed + "” không phải ngày có thật. Hãy viết như 10/08/2020.",
                "“" + typed + "” is not a date. Write 10/08/2020.");
    }

    private static Refusal wrong(String vietnamese, String english) {
        return Refusal.invalid("FIELD_WRONG", vietnamese, english);
    }

    private static String onDayOff(List<Due> dues) {
        boolean usual = dues.stream().allMatch(due -> switch (due.rule()) {
            case DueRule.Relative relative ->
                relative.terms().onDayOff() == (relative.before() ? OnDayOff.MOVES_BACK : OnDayOff.MOVES_FORWARD);
            default -> due.rule().terms().onDayOff() == OnDayOff.STAYS;
        });
        return usual ? "" : dues.getFirst().rule().terms().onDayOff().name();
    }

    private static String years(List<Due> dues) {
        return dues.stream()
                .filter(due -> due.rule() instanceof DueRule.Rhythm)
                .map(due -> ((DueRule.Rhythm) due.rule()).years())
                .findFirst()
                .map(years -> years.equals(ReportingYear.CALENDAR)
                        ? "calendar"
                        : years.equals(ReportingYear.CLOSING_ON_14) ? "closing14" : "")
                .orElse("calendar");
    }

    private static List<String> lines(String typed) {
        return typed.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    private static String iso(@Nullable LocalDate date) {
        return date == null ? "" : date.toString();
    }

    private static String typed(MultiValueMap<String, String> fields, String name) {
        String value = fields.getFirst(name);
        return value == null
                ? ""
                : java.text.Normalizer.normalize(value, java.text.Normalizer.Form.NFC)
                        .replace("\r\n", "\n")
                        .strip();
    }
}

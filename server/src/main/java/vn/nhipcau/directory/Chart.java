package vn.nhipcau.directory;

import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Histories of units side by side, by code, and the rules that they must keep together. Single acts and whole files are
 * both tried out on a chart first; only one without faults is stored.
 */
final class Chart {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final int LONGEST_ADDRESS = 500;

    private final Map<String, UnitHistory> units = new LinkedHashMap<>();

    Chart(Collection<UnitHistory> units) {
        units.forEach(this::put);
    }

    Chart copy() {
        return new Chart(units.values());
    }

    void put(UnitHistory unit) {
        units.put(unit.code(), unit);
    }

    Optional<UnitHistory> find(String code) {
        return Optional.ofNullable(units.get(code));
    }

    Collection<UnitHistory> units() {
        return units.values();
    }

    /** Rules broken by these units, or by others on account of them. Empty: the chart may be stored. */
    List<Fault> faults(Set<String> changed, Set<String> kinds) {
        List<Fault> faults = new ArrayList<>();
        for (String code : changed) {
            find(code).ifPresent(unit -> {
                int before = faults.size();
                life(unit, faults);
                if (faults.size() == before) {
                    names(unit, kinds, faults);
                    parents(unit, faults);
                    successions(unit, faults);
                    sites(unit, faults);
                }
            });
        }
        for (UnitHistory other : units.values()) {
            if (!changed.contains(other.code())) {
                leftBehind(other, changed, faults);
            }
        }
        return faults;
    }

    private static void life(UnitHistory unit, List<Fault> faults) {
        if (unit.life().empty()) {
            faults.add(new Fault(
                    unit.code(),
                    Column.UNTIL,
                    unit.life().from(),
                    null,
                    "Ngày kết thúc phải sau ngày bắt đầu " + show(unit.life().from())
                            + ". Hãy sửa lại một trong hai ngày.",
                    "The end must come after the beginning on "
                            + show(unit.life().from()) + ". Correct one of them."));
        }
    }

    private static void names(UnitHistory unit, Set<String> kinds, List<Fault> faults) {
        LocalDate reached = unit.life().from();
        for (Timeline.Period<UnitHistory.Naming> period : unit.names().periods()) {
            if (reached == null || !period.span().from().equals(reached)) {
                faults.add(gap(unit, period.span().from()));
                return;
            }
            reached = period.span().until();
            UnitHistory.Naming naming = period.value();
            if (naming.name().isBlank() || naming.name().length() > Column.NAME.limit()) {
                faults.add(new Fault(
                        unit.code(),
                        Column.NAME,
                        period.span().from(),
                        null,
                        "Tên phải có từ 1 đến " + Column.NAME.limit() + " ký tự.",
                        "A name has 1 to " + Column.NAME.limit() + " characters."));
            }
            if (!kinds.contains(naming.kind())) {
                faults.add(new Fault(
                        unit.code(),
                        Column.KIND,
                        period.span().from(),
                        null,
                        "Không có loại đơn vị “" + naming.kind() + "”. Hãy dùng một loại trong danh mục.",
                        "There is no kind “" + naming.kind() + "”. Use one of the list."));
            }
        }
        if (unit.names().periods().isEmpty()
                || !java.util.Objects.equals(reached, unit.life().until())) {
            faults.add(gap(unit, reached));
        }
    }

    private static Fault gap(UnitHistory unit, @Nullable LocalDate day) {
        return new Fault(
                unit.code(),
                Column.FROM,
                day,
                null,
                "Tên phải liên tục suốt thời gian đơn vị tồn tại: có khoảng trống hoặc chồng lấn tại ngày " + show(day)
                        + ".",
                "A unit has a name at all times: there is a gap or an overlap on " + show(day) + ".");
    }

    private void parents(UnitHistory unit, List<Fault> faults) {
        for (Timeline.Period<String> period : unit.parents().periods()) {
            Optional<Fault> fault = badParent(unit, period);
            fault.ifPresent(faults::add);
            if (fault.isEmpty() && circular(unit, period)) {
                faults.add(new Fault(
                        unit.code(),
                        Column.PARENT,
                        period.span().from(),
                        period.value(),
                        "“" + period.value()
                                + "” lại trực thuộc chính đơn vị này, nên sẽ thành vòng. Hãy chọn cấp trên khác, hoặc chuyển đơn vị kia đi trước.",
                        "“" + period.value()
                                + "” itself stands below this unit. Choose another parent, or move that unit first."));
            }
        }
    }

    private Optional<Fault> badParent(UnitHistory unit, Timeline.Period<String> period) {
        UnitHistory parent = units.get(period.value());
        LocalDate from = period.span().from();
        if (parent == null) {
            return Optional.of(new Fault(
                    unit.code(),
                    Column.PARENT,
                    from,
                    period.value(),
                    "Không có đơn vị nào mang mã “" + period.value() + "”. Hãy sửa mã, hoặc thêm đơn vị đó vào tệp.",
                    "No unit has the code “" + period.value() + "”. Correct it, or add that unit."));
        }
        if (parent.code().equals(unit.code())) {
            return Optional.of(new Fault(
                    unit.code(),
                    Column.PARENT,
                    from,
                    period.value(),
                    "Đơn vị không thể trực thuộc chính mình. Hãy chọn cấp trên khác.",
                    "A unit cannot stand below itself. Choose another parent."));
        }
        if (!parent.life().contains(period.span())) {
            return Optional.of(new Fault(
                    unit.code(),
                    Column.PARENT,
                    from,
                    period.value(),
                    "“" + parent.lastName() + "” chỉ tồn tại " + show(parent.life()) + ", không đủ cho "
                            + show(period.span()) + ". Hãy ghi đơn vị này chuyển về đâu, hoặc kết thúc khi nào.",
                    "“" + parent.lastName() + "” exists only " + showEnglish(parent.life())
                            + ", not for all of " + showEnglish(period.span())
                            + ". Say where this unit goes, or when it ends."));
        }
        return Optional.empty();
    }

    /** Whether the unit is met again on the way up, on some day that all the steps share. */
    private boolean circular(UnitHistory unit, Timeline.Period<String> first) {
        return climb(first.value(), first.span(), new ArrayDeque<>(List.of(unit.code())));
    }

    private boolean climb(String code, Span days, Deque<String> path) {
        if (path.contains(code)) {
            return true;
        }
        UnitHistory unit = units.get(code);
        if (unit == null) {
            return false;
        }
        path.push(code);
        boolean found = unit.parents().periods().stream().anyMatch(period -> {
            Span shared = period.span().shared(days);
            return shared != null && climb(period.value(), shared, path);
        });
        path.pop();
        return found;
    }

    private void successions(UnitHistory unit, List<Fault> faults) {
        Map<LocalDate, Succession> seen = new HashMap<>();
        for (Succession succession : unit.successions()) {
            boolean ends = succession.on().equals(unit.life().until());
            boolean within = unit.life().contains(succession.on())
                    && succession.on().isAfter(unit.life().from());
            if (seen.put(succession.on(), succession) != null) {
                faults.add(successionFault(
                        unit,
                        Column.SUCCESSORS,
                        succession.on(),
                        null,
                        "Ngày " + show(succession.on()) + " đã có một lần kế thừa của đơn vị này. Hãy gộp làm một.",
                        "This unit already has a succession on " + show(succession.on()) + ". Make them one."));
            } else if (!ends && !within) {
                faults.add(successionFault(
                        unit,
                        Column.SUCCESSORS,
                        succession.on(),
                        null,
                        "Ngày kế thừa " + show(succession.on()) + " nằm ngoài thời gian đơn vị tồn tại. Hãy sửa ngày.",
                        "The succession on " + show(succession.on())
                                + " lies outside the unit's life. Correct the day."));
            } else if (!ends && succession.form() != Succession.Form.SPLIT) {
                faults.add(successionFault(
                        unit,
                        Column.FORM,
                        succession.on(),
                        null,
                        "Đơn vị còn tồn tại sau ngày " + show(succession.on())
                                + " thì chỉ có thể là tách. Hãy ghi ngày kết thúc, hoặc đổi hình thức.",
                        "A unit that lives on after " + show(succession.on())
                                + " can only have been split. Give its end, or change the form."));
            }
            for (String code : succession.successors()) {
                badSuccessor(unit, succession, code).ifPresent(faults::add);
            }
        }
    }

    private Optional<Fault> badSuccessor(UnitHistory unit, Succession succession, String code) {
        UnitHistory successor = units.get(code);
        if (successor == null) {
            return Optional.of(successionFault(
                    unit,
                    Column.SUCCESSORS,
                    succession.on(),
                    code,
                    "Không có đơn vị nào mang mã “" + code + "”. Hãy sửa mã, hoặc thêm đơn vị đó vào tệp.",
                    "No unit has the code “" + code + "”. Correct it, or add that unit."));
        }
        if (code.equals(unit.code())) {
            return Optional.of(successionFault(
                    unit,
                    Column.SUCCESSORS,
                    succession.on(),
                    code,
                    "Đơn vị không thể kế thừa chính mình. Nếu chỉ đổi tên, hãy thêm một dòng cùng mã với tên mới.",
                    "A unit does not succeed itself. For a new name only, add a row with the same code."));
        }
        if (!successor.life().contains(succession.on())) {
            return Optional.of(successionFault(
                    unit,
                    Column.SUCCESSORS,
                    succession.on(),
                    code,
                    "“" + successor.lastName() + "” không tồn tại vào ngày " + show(succession.on())
                            + " nên không thể kế thừa. Hãy sửa ngày, hoặc chọn đơn vị khác.",
                    "“" + successor.lastName() + "” does not exist on " + show(succession.on())
                            + " and cannot take over. Correct the day, or choose another unit."));
        }
        return Optional.empty();
    }

    private static Fault successionFault(
            UnitHistory unit, Column column, LocalDate on, @Nullable String other, String vietnamese, String english) {
        // The row that a person sees is the one that ends on the day before.
        return new Fault(unit.code(), column, on.minusDays(1), other, vietnamese, english);
    }

    private static void sites(UnitHistory unit, List<Fault> faults) {
        unit.sites().forEach((url, times) -> {
            LocalDate from = times.periods().getFirst().span().from();
            if (!webAddress(url)) {
                faults.add(new Fault(
                        unit.code(),
                        Column.SITES,
                        from,
                        null,
                        "“" + url
                                + "” không phải địa chỉ trang web. Hãy ghi đầy đủ, ví dụ https://sonoivu.tinh.gov.vn.",
                        "“" + url + "” is not a web address. Write it in full, e.g. https://sonoivu.tinh.gov.vn."));
            }
            if (times.periods().stream().anyMatch(period -> !unit.life().contains(period.span()))) {
                faults.add(new Fault(
                        unit.code(),
                        Column.SITES,
                        from,
                        null,
                        "Trang web chỉ ghi được trong thời gian đơn vị tồn tại, " + show(unit.life())
                                + ". Hãy sửa ngày.",
                        "A web site can only be recorded during the unit's life, " + showEnglish(unit.life())
                                + ". Correct the day."));
            }
        });
    }

    static boolean webAddress(String url) {
        try {
            URI address = URI.create(url);
            return url.length() <= LONGEST_ADDRESS
                    && ("http".equals(address.getScheme()) || "https".equals(address.getScheme()))
                    && address.getHost() != null
                    && address.getUserInfo() == null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Units that are not changed themselves, but stand below a changed one or hand their work to it. */
    private void leftBehind(UnitHistory unit, Set<String> changed, List<Fault> faults) {
        unit.parents().periods().stream()
                .filter(period -> changed.contains(period.value()))
                .forEach(period ->
                        badParent(unit, period).ifPresent(fault -> faults.add(about(period.value(), unit, fault))));
        unit.successions()
                .forEach(succession -> succession.successors().stream()
                        .filter(changed::contains)
                        .forEach(code -> badSuccessor(unit, succession, code)
                                .ifPresent(fault -> faults.add(about(code, unit, fault)))));
    }

    /** A fault of a unit that nobody touched is told about the one that was. */
    private static Fault about(String code, UnitHistory bystander, Fault fault) {
        return new Fault(
                code,
                fault.column() == Column.PARENT ? Column.UNTIL : Column.FROM,
                null,
                bystander.code(),
                "“" + bystander.lastName() + "” bị ảnh hưởng: " + fault.vietnamese(),
                "“" + bystander.lastName() + "” is affected: " + fault.english());
    }

    static String show(@Nullable LocalDate day) {
        return day == null ? "" : DATE.format(day);
    }

    private static String show(Span span) {
        return "từ " + show(span.from())
                + (span.until() == null
                        ? " trở đi"
                        : " đến hết " + show(span.until().minusDays(1)));
    }

    private static String showEnglish(Span span) {
        return "from " + show(span.from())
                + (span.until() == null ? " on" : " to " + show(span.until().minusDays(1)));
    }
}

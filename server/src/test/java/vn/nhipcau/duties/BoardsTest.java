package vn.nhipcau.duties;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nhipcau.duties.Province.at;
import static vn.nhipcau.duties.Province.lead;
import static vn.nhipcau.duties.Province.obligation;
import static vn.nhipcau.duties.Province.on;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.assertj.core.api.SoftAssertions;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.nhipcau.ServerTest;
import vn.nhipcau.directory.Officer;
import vn.nhipcau.directory.Role;

@ServerTest
class BoardsTest {
    private static final Instant GIVEN = at("2020-08-05T09:00:00");
    private static final Instant NOW = at("2020-08-12T09:00:00");

    @Autowired
    Province province;

    @Autowired
    Boards boards;

    @Autowired
    Directives directives;

    @Autowired
    Duties duties;

    @Autowired
    Submissions submissions;

    @Autowired
    DutySheet sheet;

    @Autowired
    PublicProgress publicProgress;

    long home;
    long owner;
    Officer coordinator;
    Officer everybody;
    List<Long> units = new ArrayList<>();

    @BeforeEach
    void aProvince() {
        home = province.top();
        owner = province.department("Sở Nội vụ", home);
        coordinator = province.person(Role.COORDINATOR, owner);
        everybody = province.person(Role.OFFICER, home);
        for (String name : List.of("Sở Y tế", "Sở Tài chính", "Sở Tư pháp", "Sở Giao thông vận tải")) {
            units.add(province.department(name, home));
        }
    }

    /** A directive whose duties have gone every way. */
    private long livelyDirective(int seed) {
        Target[] all = units.stream().map(Province::lead).toArray(Target[]::new);
        long id = province.directive(
                coordinator,
                owner,
                "2020-08-04",
                GIVEN,
                obligation("Đăng tải dự thảo", on("2020-08-10", "2020-08-14"), all),
                obligation("Phân công cán bộ", List.of(), all),
                obligation("Báo cáo kết quả", on("2020-09-10"), all));
        Random random = new Random(seed);
        for (long duty : province.duties(id)) {
            for (int step = 0; step < 4; step++) {
                Instant now = GIVEN.plusSeconds(step * 36 * 3600L);
                DutyState state = duties.duty(duty, coordinator, now).state();
                switch (state) {
                    case NOT_RECEIVED, RECEIVED, IN_PROGRESS, RETURNED -> {
                        switch (random.nextInt(5)) {
                            case 0 -> duties.act(duty, DutyEvent.EXEMPT, "Không phát sinh", coordinator, now);
                            case 1 -> duties.act(duty, DutyEvent.WITHDRAW, "Giao nhầm", coordinator, now);
                            case 2, 3 ->
                                submissions.submit(
                                        duty,
                                        new Submissions.Parcel(
                                                "", null, List.of(), List.of("https://example.vn/bao-cao")),
                                        everybody,
                                        now);
                            default -> {}
                        }
                    }
                    case SUBMITTED -> {
                        if (random.nextBoolean()) {
                            duties.accept(duty, coordinator, now);
                        } else {
                            duties.act(duty, DutyEvent.RETURN, "Thiếu số liệu", coordinator, now);
                        }
                    }
                    default -> {}
                }
            }
        }
        return id;
    }

    @Test
    void every_number_equals_the_rows_behind_it() {
        long id = livelyDirective(7);
        DutyFilter filter = DutyFilter.of(DutyFilter.View.COORDINATOR).ofDirective(id);
        SoftAssertions softly = new SoftAssertions();
        check(softly, filter, boards.open(coordinator, NOW).progress(filter));
        boards.open(coordinator, NOW)
                .columns(filter)
                .forEach(column -> check(softly, filter.ofColumn(column), column.progress()));
        boards.open(coordinator, NOW)
                .byBlock(filter)
                .forEach((block, progress) -> check(softly, filter.ofBlock(block), progress));
        boards.open(coordinator, NOW)
                .byDirective(DutyFilter.of(DutyFilter.View.COORDINATOR))
                .forEach((directive, progress) ->
                        check(softly, DutyFilter.of(DutyFilter.View.COORDINATOR).ofDirective(directive), progress));
        softly.assertThat(boards.open(coordinator, NOW).lateByUnit(filter).values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(boards.open(coordinator, NOW).progress(filter).of(Slice.OVERDUE));
        softly.assertAll();
    }

    @Test
    void blocks_stand_in_the_order_of_the_vietnamese_alphabet() {
        long id = province.directive(
                coordinator,
                owner,
                "2020-08-04",
                GIVEN,
                obligation(
                        "Báo cáo",
                        on("2020-09-10"),
                        province("Xã A", "ubnd-xa"),
                        province("Đài A", "don-vi-su-nghiep-tinh"),
                        province("Báo A", "bao-dai-tinh"),
                        province("Sở A", "so")));
        directives.open(id, true, true, coordinator, NOW);
        List<String> inOrder = List.of(
                "Cơ quan báo, đài của tỉnh",
                "Đơn vị sự nghiệp cấp tỉnh",
                "Sở, cơ quan ngang sở",
                "Ủy ban nhân dân xã, phường, thị trấn, đặc khu");

        DutyFilter filter = DutyFilter.of(DutyFilter.View.COORDINATOR).ofDirective(id);
        assertThat(boards.open(coordinator, NOW).byBlock(filter).keySet()).containsExactlyElementsOf(inOrder);
        assertThat(boards.open(coordinator, NOW).shares(filter).blocks().keySet())
                .containsExactlyElementsOf(inOrder);
        assertThat(publicProgress.directive(id, NOW).blocks().keySet()).containsExactlyElementsOf(inOrder);
    }

    private Target province(String name, String kind) {
        return Province.lead(province.unit(name, kind, home, "2010-01-01", null));
    }

    private void check(SoftAssertions softly, DutyFilter filter, Progress progress) {
        for (Slice slice : Slice.values()) {
            List<Duty> rows = boards.open(coordinator, NOW).rows(filter.in(slice), 0, 1000);
            softly.assertThat((long) rows.size()).as(filter + " " + slice).isEqualTo(progress.of(slice));
            softly.assertThat(boards.open(coordinator, NOW).count(filter.in(slice)))
                    .isEqualTo(progress.of(slice));
            if (slice == Slice.OVERDUE) {
                softly.assertThat(rows).allMatch(duty -> duty.overdue(NOW));
            }
            if (slice == Slice.HANDED_IN_LATE) {
                softly.assertThat(rows).allMatch(Duty::receivedLate);
            }
        }
        softly.assertThat(progress.expected())
                .as("handed in + missing = expected")
                .isEqualTo(progress.handedIn() + progress.of(Slice.MISSING));
        softly.assertThat(progress.of(Slice.MISSING))
                .as("overdue + due soon + later = missing")
                .isEqualTo(progress.of(Slice.OVERDUE) + progress.of(Slice.DUE_SOON) + progress.of(Slice.LATER));
    }

    @Test
    void the_public_sees_the_same_counts_and_names_only_when_told_to() {
        long id = livelyDirective(11);
        DutyFilter filter = DutyFilter.of(DutyFilter.View.COORDINATOR).ofDirective(id);
        directives.open(id, true, false, coordinator, NOW);
        PublicProgress.Line line = publicProgress.directive(id, NOW);
        for (Slice slice : Slice.values()) {
            assertThat(line.progress().of(slice))
                    .isEqualTo(boards.open(coordinator, NOW).progress(filter).of(slice));
        }
        assertThat(publicProgress.lateUnits(line.directive(), NOW)).isEmpty();

        directives.open(id, true, true, coordinator, NOW);
        assertThat(publicProgress.lateUnits(publicProgress.directive(id, NOW).directive(), NOW))
                .extracting(Board.LateUnit::late)
                .isEqualTo(boards.open(coordinator, NOW).lateUnits(filter, 100).stream()
                        .map(Board.LateUnit::late)
                        .toList());
    }

    @Test
    void late_duties_come_first_and_search_needs_no_diacritics() {
        long id = province.directive(
                coordinator,
                owner,
                "2020-08-04",
                GIVEN,
                obligation("Đăng tải dự thảo", on("2020-08-10"), lead(units.get(0)), lead(units.get(1))),
                obligation("Báo cáo kết quả", on("2020-08-08"), lead(units.get(2))));
        DutyFilter filter = DutyFilter.of(DutyFilter.View.COORDINATOR).ofDirective(id);
        submissions.submit(
                boards.open(coordinator, NOW).rows(filter, 0, 1).getFirst().id(),
                new Submissions.Parcel("", null, List.of(), List.of("https://example.vn/1")),
                everybody,
                NOW);

        assertThat(boards.open(coordinator, NOW).rows(filter, 0, 10))
                .extracting(Duty::state)
                .containsExactly(DutyState.NOT_RECEIVED, DutyState.NOT_RECEIVED, DutyState.SUBMITTED);
        for (String text : List.of("so y te", "SỞ Y TẾ", "sơ y tê")) {
            assertThat(boards.open(coordinator, NOW)
                            .rows(DutyFilter.read(DutyFilter.View.COORDINATOR, id, Map.of("q", text)), 0, 10))
                    .extracting(Duty::unitName)
                    .containsExactly("Sở Y tế");
        }
    }

    @Test
    void an_address_carries_every_filter() {
        DutyFilter filter = new DutyFilter(
                DutyFilter.View.OVERSEER,
                Slice.HANDED_IN_LATE,
                5L,
                7L,
                "Quý II/2020",
                9L,
                "Các sở, ban & ngành",
                DutyState.SUBMITTED,
                "y tế +",
                DutyFilter.Sort.UNIT);
        String query = filter.href().substring(filter.href().indexOf('?') + 1);
        Map<String, String> read = new java.util.HashMap<>();
        for (String pair : query.split("&")) {
            String[] parts = pair.split("=", 2);
            read.put(parts[0], java.net.URLDecoder.decode(parts[1], java.nio.charset.StandardCharsets.UTF_8));
        }
        assertThat(DutyFilter.read(DutyFilter.View.OVERSEER, 5L, read)).isEqualTo(filter);
    }

    @Test
    void the_matrix_has_every_duty_once() {
        long id = livelyDirective(3);
        DutyFilter filter = DutyFilter.of(DutyFilter.View.COORDINATOR).ofDirective(id);
        Board.Matrix matrix = boards.open(coordinator, NOW).matrix(filter, 0, 50);

        assertThat(matrix.units()).isEqualTo(4);
        assertThat(matrix.columns()).hasSize(4);
        assertThat(matrix.lines().stream()
                        .flatMap(line -> line.cells().stream())
                        .map(Duty::id))
                .containsExactlyInAnyOrderElementsOf(province.duties(id));
        assertThat(matrix.lines())
                .extracting(Board.Matrix.Line::late)
                .isSortedAccordingTo(java.util.Comparator.reverseOrder());
    }

    @Test
    void the_spreadsheet_has_the_rows_of_the_list() throws IOException {
        long id = livelyDirective(5);
        DutyFilter filter = DutyFilter.of(DutyFilter.View.COORDINATOR).ofDirective(id);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        sheet.write(out, filter, "1171/STTTT-TTBCXB", coordinator, NOW);

        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            List<Row> rows = book.getFirstSheet().read();
            assertThat(rows.getFirst().getCellText(0)).startsWith("1171/STTTT-TTBCXB");
            assertThat(rows.get(1).getCellText(0)).isEqualTo("Số liệu tính đến");
            List<Duty> shown = boards.open(coordinator, NOW).rows(filter, 0, 1000);
            assertThat(rows).hasSize(3 + shown.size());
            for (int i = 0; i < shown.size(); i++) {
                Row row = rows.get(3 + i);
                assertThat(row.getCellText(2)).isEqualTo(shown.get(i).what());
                assertThat(row.getCellText(4)).isEqualTo(shown.get(i).unitName());
                assertThat(row.getCellText(11)).isEqualTo(shown.get(i).state().vietnamese());
            }
        }
    }

    @Test
    void each_view_shows_its_own_duties_only() {
        province.directive(
                coordinator,
                owner,
                "2020-08-04",
                GIVEN,
                obligation("Báo cáo", on("2020-08-10"), lead(units.get(0)), lead(units.get(1))));
        Officer health = province.person(Role.OFFICER, units.get(0));
        Officer leader = province.person(Role.LEADER, home);
        Officer foreign = province.person(Role.LEADER, province.top());

        assertThat(boards.open(health, NOW).count(DutyFilter.of(DutyFilter.View.UNIT)))
                .isEqualTo(1);
        assertThat(boards.open(health, NOW).count(DutyFilter.of(DutyFilter.View.COORDINATOR)))
                .isZero();
        assertThat(boards.open(leader, NOW).count(DutyFilter.of(DutyFilter.View.OVERSEER)))
                .isEqualTo(2);
        assertThat(boards.open(foreign, NOW).count(DutyFilter.of(DutyFilter.View.OVERSEER)))
                .isZero();
    }
}

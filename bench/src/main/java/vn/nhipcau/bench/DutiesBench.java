package vn.nhipcau.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import vn.nhipcau.Application;
import vn.nhipcau.directory.Officer;
import vn.nhipcau.duties.Boards;
import vn.nhipcau.duties.DutyFilter;
import vn.nhipcau.duties.Slice;

/** Directives become duties; boards over many open ones. All through the server's own code, beside bare SQL. */
final class DutiesBench {
    private static final int UNITS_OF_EXPANSION = 3_000;
    private static final int OBLIGATIONS_OF_EXPANSION = 12;
    private static final int EXPANSION_LIMIT = 20_000;

    /** As many open ones on as many units as the workflow engine held that the limits were measured with. */
    private static final int UNITS = 700;

    private static final int DIRECTIVES = 23;
    private static final int OBLIGATIONS = 10;
    private static final Duration OVERDUE_LIMIT = Duration.ofMillis(16);
    private static final Duration COUNT_LIMIT = Duration.ofMillis(21);
    private static final Duration BOARD_LIMIT = Duration.ofMillis(200);
    private static final int A_PAGE = 50;
    private static final DutyFilter COORDINATED = DutyFilter.of(DutyFilter.View.COORDINATOR);
    private static final DutyFilter OVERDUE = COORDINATED.in(Slice.OVERDUE).sortedBy(DutyFilter.Sort.DUE);

    private final Report report;
    private final Province province;
    private final Boards boards;
    private final DataSource database;
    private final int port;

    private DutiesBench(Report report, ConfigurableApplicationContext server) {
        this.report = report;
        this.province = new Province(server);
        this.boards = server.getBean(Boards.class);
        this.database = server.getBean(DataSource.class);
        this.port = server.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    static void run(Report report) throws Exception {
        Path data = Folders.temporary();
        try (ConfigurableApplicationContext server = SpringApplication.run(
                Application.class, "--server.port=0", "--nhipcau.data=" + data, "--logging.level.vn.nhipcau=warn")) {
            DutiesBench bench = new DutiesBench(report, server);
            bench.boards();
            bench.expansion();
        } finally {
            Folders.delete(data);
        }
    }

    private void boards() throws Exception {
        Province.Home home = province.withCommunes(UNITS);
        long open = 0;
        for (int i = 0; i < DIRECTIVES; i++) {
            // From ten weeks ago on, five days between directives: four of ten duties are late.
            LocalDate due = LocalDate.ofInstant(Province.NOW, java.time.ZoneOffset.UTC)
                    .minusDays(50)
                    .plusDays(5L * i);
            open += province.dutiesOf(province.confirm(home, province.draft(home, OBLIGATIONS, due)));
        }
        province.settle();
        Officer coordinator = home.coordinator();
        long late = boards.open(coordinator, Province.NOW).count(OVERDUE);
        report.note("open duties; of these late; units", open + "; " + late + "; " + UNITS);

        try (Connection connection = database.getConnection();
                PreparedStatement page = connection.prepareStatement("""
                        SELECT d.*, v.number, v.title, o.what, o.clause
                        FROM duties.duty d
                        JOIN duties.directive v ON v.id = d.directive_id JOIN duties.obligation o ON o.id = d.obligation_id
                        WHERE d.owner_id = ? AND d.mover = 'UNIT' AND d.due_at < ? ORDER BY d.due_at, d.id LIMIT 50""");
                PreparedStatement perUnit = connection.prepareStatement("""
                        SELECT holder_id, count(*) FROM duties.duty
                        WHERE owner_id = ? AND mover = 'UNIT' AND due_at < ? GROUP BY holder_id""");
                PreparedStatement perDirective = connection.prepareStatement("""
                        SELECT directive_id, count(*), count(*) FILTER (WHERE mover = 'UNIT' AND due_at < ?), min(due_at)
                        FROM duties.duty WHERE owner_id = ? GROUP BY directive_id""")) {
            page.setLong(1, home.ownerId());
            page.setTimestamp(2, Timestamp.from(Province.NOW));
            perUnit.setLong(1, home.ownerId());
            perUnit.setTimestamp(2, Timestamp.from(Province.NOW));
            perDirective.setTimestamp(1, Timestamp.from(Province.NOW));
            perDirective.setLong(2, home.ownerId());

            Times[] rows = Times.inTurns(
                    50,
                    200,
                    () -> boards.open(coordinator, Province.NOW).rows(OVERDUE, 0, A_PAGE),
                    () -> rows(page, A_PAGE));
            report.within("overdue duties, first 50", rows[0], OVERDUE_LIMIT, "SQL", rows[1]);

            Times[] counts = Times.inTurns(
                    20,
                    100,
                    () -> boards.open(coordinator, Province.NOW).lateByUnit(COORDINATED),
                    () -> rows(perUnit, UNITS));
            report.within("late duties of each of 700 units", counts[0], COUNT_LIMIT, "SQL", counts[1]);

            try (Browsing browser = new Browsing(port, coordinator.getUsername(), Province.PASSWORD)) {
                Times[] board =
                        Times.inTurns(20, 60, () -> browser.page("/desk/board"), () -> rows(perDirective, DIRECTIVES));
                report.within("coordinator's board, whole page by HTTP", board[0], BOARD_LIMIT, "SQL", board[1]);

                Times[] list = Times.inTurns(
                        20, 60, () -> browser.page("/desk/board/duties?slice=overdue"), () -> rows(page, A_PAGE));
                report.within("list of overdue duties, whole page by HTTP", list[0], BOARD_LIMIT, "SQL", list[1]);
            }
        }
    }

    private static Object rows(PreparedStatement query, int expected) throws Exception {
        List<List<Object>> rows = new ArrayList<>();
        try (ResultSet result = query.executeQuery()) {
            int width = result.getMetaData().getColumnCount();
            while (result.next()) {
                List<Object> row = new ArrayList<>(width);
                for (int column = 1; column <= width; column++) {
                    row.add(result.getObject(column));
                }
                rows.add(row);
            }
        }
        return rows.size() == expected ? rows : null;
    }

    private void expansion() throws Exception {
        Province.Home home = province.withCommunes(UNITS_OF_EXPANSION);
        province.settle();
        int duties = UNITS_OF_EXPANSION * OBLIGATIONS_OF_EXPANSION;
        Times[] times = Times.inTurns(2, 7, new Confirming(home), new Inserting(home));
        report.atLeast(
                "expansion of 3,000 units x 12 obligations, duties",
                duties,
                times[0],
                EXPANSION_LIMIT,
                "INSERT SELECT",
                times[1]);
    }

    /** A new draft before each run; its duties stay, so the table grows as it would. */
    private abstract class Writing implements Times.Work {
        final Province.Home home;
        long directive;

        Writing(Province.Home home) {
            this.home = home;
        }

        @Override
        public void prepare() {
            if (directive != 0 && province.dutiesOf(directive) != UNITS_OF_EXPANSION * OBLIGATIONS_OF_EXPANSION) {
                throw new IllegalStateException("not all duties were written");
            }
            directive = province.draft(home, OBLIGATIONS_OF_EXPANSION, Province.TODAY);
        }
    }

    /** What the server does when the coordinator confirms. */
    private final class Confirming extends Writing {
        Confirming(Province.Home home) {
            super(home);
        }

        @Override
        public Object run() {
            return province.confirm(home, directive);
        }
    }

    /** The same rows by the one statement that knows everything beforehand. */
    private final class Inserting extends Writing {
        Inserting(Province.Home home) {
            super(home);
        }

        @Override
        public Object run() throws Exception {
            try (Connection connection = database.getConnection();
                    PreparedStatement insert = connection.prepareStatement("""
                            INSERT INTO duties.duty (directive_id, obligation_id, owner_id, reviewer_id, reviewer_name, unit_id,
                                unit_name, unit_kind, block, part, holder_id, holder_name, period_key, period, due_at,
                                first_due_at, state, since, given_at, given_by)
                            SELECT o.directive_id, o.id, ?, ?, 'Sở đo lường', n.organisation_id, n.name, n.kind,
                                'UBND các xã, phường, thị trấn', 'LEAD', n.organisation_id, n.name, 'mot-ky', '', ?, ?,
                                'NOT_RECEIVED', ?, ?, 'Điều phối đo lường'
                            FROM duties.obligation o
                            CROSS JOIN directory.organisation_parent p
                            JOIN directory.organisation_name n ON n.organisation_id = p.organisation_id AND n.kind = 'ubnd-xa'
                            WHERE o.directive_id = ? AND p.parent_id = ?""")) {
                Timestamp now = Timestamp.from(Province.NOW);
                insert.setLong(1, home.ownerId());
                insert.setLong(2, home.ownerId());
                for (int i = 3; i <= 6; i++) {
                    insert.setTimestamp(i, now);
                }
                insert.setLong(7, directive);
                insert.setLong(8, home.id());
                return insert.executeUpdate();
            }
        }
    }
}

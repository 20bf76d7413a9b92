package vn.nhipcau.bench;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.nhipcau.calendar.DueRule;
import vn.nhipcau.directory.Officer;
import vn.nhipcau.directory.People;
import vn.nhipcau.directory.Post;
import vn.nhipcau.directory.Role;
import vn.nhipcau.duties.DirectiveDraft;
import vn.nhipcau.duties.Directives;
import vn.nhipcau.duties.Due;
import vn.nhipcau.duties.Obligation;
import vn.nhipcau.duties.ObligationDraft;
import vn.nhipcau.duties.Target;
import vn.nhipcau.legaltext.EvidenceKind;

/** Makes provinces to measure with: many communes, a department that coordinates, directives that bind every commune. */
final class Province {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    /** Pages ask the server's clock, so what is late is late today. */
    static final Instant NOW = Instant.now();

    static final LocalDate TODAY = LocalDate.ofInstant(NOW, ZONE);
    private static final LocalDate ISSUED = TODAY.minusDays(60);

    static final String PASSWORD = "mat-khau-do-luong";

    private final JdbcClient jdbc;
    private final People people;
    private final Directives directives;
    private int made;

    Province(ConfigurableApplicationContext server) {
        this.jdbc = server.getBean(JdbcClient.class);
        this.people = server.getBean(People.class);
        this.directives = server.getBean(Directives.class);
    }

    /**
     * @param ownerId the department that coordinates
     * @param groupId all communes
     */
    record Home(long id, long ownerId, long groupId, Officer coordinator) {}

    Home withCommunes(int communes) {
        int number = ++made;
        long home = units(1, "tinh", "Tỉnh đo lường " + number, null).getFirst();
        long owner = units(1, "so", "Sở đo lường " + number, home).getFirst();
        units(communes, "ubnd-xa", "UBND xã đo lường " + number + ".", home);
        long group = jdbc.sql(
                        "INSERT INTO directory.unit_group (under_id, name, kinds) VALUES (?, ?, '{ubnd-xa}') RETURNING id")
                .params(home, "UBND các xã, phường, thị trấn")
                .query(Long.class)
                .single();
        String user = "dieu-phoi-" + number;
        people.add(user, "Điều phối đo lường", PASSWORD, List.of(new Post(Role.COORDINATOR, owner)));
        return new Home(home, owner, group, (Officer) people.loadUserByUsername(user));
    }

    private List<Long> units(int count, String kind, String name, Long parent) {
        return jdbc.sql("""
                        WITH unit AS (
                            INSERT INTO directory.organisation (code, line, valid, demo)
                            SELECT 'do.' || gen_random_uuid(), 'state', '[2010-01-01,)', true FROM generate_series(1, :count)
                            RETURNING id),
                        named AS (
                            INSERT INTO directory.organisation_name (organisation_id, name, kind, valid)
                            SELECT id, :name || row_number() OVER (ORDER BY id), :kind, '[2010-01-01,)' FROM unit),
                        placed AS (
                            INSERT INTO directory.organisation_parent (organisation_id, parent_id, valid)
                            SELECT id, :parent, '[2010-01-01,)' FROM unit WHERE :parent::bigint IS NOT NULL)
                        SELECT id FROM unit""")
                .param("count", count)
                .param("name", name)
                .param("kind", kind)
                .param("parent", parent)
                .query(Long.class)
                .list();
    }

    /** A directive of so many obligations on every commune, each due once, on following days from the given one. */
    long draft(Home home, int obligations, LocalDate firstDue) {
        long id = directives.draft(
                new DirectiveDraft(
                        null,
                        home.ownerId(),
                        ++made + "/KH-UBND",
                        "Kế hoạch đo lường công tác dân vận năm 2020",
                        "Ủy ban nhân dân tỉnh",
                        ISSUED,
                        null,
                        IntStream.range(0, obligations)
                                .mapToObj(i -> obligation(home, i, firstDue.plusDays(i)))
                                .toList()),
                home.coordinator(),
                NOW);
        for (Obligation obligation : directives.obligations(id, home.coordinator(), ISSUED)) {
            directives.keep(obligation.id(), home.coordinator(), NOW);
        }
        return id;
    }

    private static ObligationDraft obligation(Home home, int number, LocalDate due) {
        return new ObligationDraft(
                "III." + (number + 1),
                "Ủy ban nhân dân các xã, phường, thị trấn báo cáo kết quả thực hiện nội dung " + (number + 1) + ".",
                null,
                "Báo cáo nội dung " + (number + 1),
                List.of("UBND các xã, phường, thị trấn"),
                List.of(),
                List.of(),
                EvidenceKind.REPORT,
                "Sở Nội vụ",
                null,
                List.of(),
                List.of(new Due(new DueRule.Fixed(List.of(due)))),
                ObligationDraft.END_OF_DAY,
                null,
                List.of(new Target.Group(home.groupId(), Target.Part.LEAD)),
                1);
    }

    long confirm(Home home, long directive) {
        directives.confirm(directive, ISSUED, home.coordinator(), NOW);
        return directive;
    }

    long dutiesOf(long directive) {
        return jdbc.sql("SELECT count(*) FROM duties.duty WHERE directive_id = ?")
                .param(directive)
                .query(Long.class)
                .single();
    }

    /** What autovacuum does in a server that runs for longer than a minute. */
    void settle() {
        jdbc.sql("VACUUM (ANALYZE) duties.duty").update();
        jdbc.sql("ANALYZE").update();
    }
}

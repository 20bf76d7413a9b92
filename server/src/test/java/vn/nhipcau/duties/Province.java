package vn.nhipcau.duties;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.nhipcau.calendar.DueRule;
import vn.nhipcau.directory.Officer;
import vn.nhipcau.directory.People;
import vn.nhipcau.directory.Post;
import vn.nhipcau.directory.Role;
import vn.nhipcau.legaltext.EvidenceKind;
import vn.nhipcau.web.Shell;

/** Makes a province for one test: nobody else's units, people or directives are in it. Found by the component scan. */
@Component
class Province {
    private static final AtomicInteger COUNT = new AtomicInteger();
    static final String PASSWORD = "mat-khau-thu-nghiem";

    private final JdbcClient jdbc;
    private final People people;
    private final Directives directives;

    Province(JdbcClient jdbc, People people, Directives directives) {
        this.jdbc = jdbc;
        this.people = people;
        this.directives = directives;
    }

    /** A moment by Viet Nam's clock. */
    static Instant at(String dateTime) {
        return java.time.LocalDateTime.parse(dateTime).atZone(Shell.ZONE).toInstant();
    }

    /** A unit at the top, from 2010 on. */
    long top() {
        int number = COUNT.incrementAndGet();
        return unit("Tỉnh thử " + number, "tinh", null, "2010-01-01", null);
    }

    long department(String name, long parent) {
        return unit(name, "so", parent, "2010-01-01", null);
    }

    long unit(String name, String kind, Long parent, String from, String to) {
        String valid = "[" + from + "," + (to == null ? "" : to) + ")";
        long id =
                jdbc.sql("""
                        WITH unit AS (
                            INSERT INTO directory.organisation (code, line, valid)
                            VALUES ('thu.' || gen_random_uuid(), 'state', ?::daterange) RETURNING id),
                        named AS (
                            INSERT INTO directory.organisation_name (organisation_id, name, kind, valid)
                            SELECT id, ?, ?, ?::daterange FROM unit)
                        SELECT id FROM unit
                        """).params(valid, name, kind, valid).query(Long.class).single();
        if (parent != null) {
            placed(id, parent, from, to);
        }
        return id;
    }

    /** Where the unit stands from one day on, and until another. */
    void placed(long unit, long parent, String from, String to) {
        jdbc.sql(
                        "INSERT INTO directory.organisation_parent (organisation_id, parent_id, valid) VALUES (?, ?, ?::daterange)")
                .params(unit, parent, "[" + from + "," + (to == null ? "" : to) + ")")
                .update();
    }

    void succeeded(long predecessor, long successor, String on) {
        jdbc.sql("""
                        INSERT INTO directory.organisation_successor (predecessor_id, successor_id, happened_on, kind)
                        VALUES (?, ?, ?::date, 'merge')
                        """).params(predecessor, successor, on).update();
    }

    Officer person(Role role, long unit) {
        String name = "nguoi" + COUNT.incrementAndGet();
        people.add(name, "Nguyễn Văn " + name, PASSWORD, List.of(new Post(role, unit)));
        return (Officer) people.loadUserByUsername(name);
    }

    static ObligationDraft obligation(String what, List<Due> dues, Target... targets) {
        return new ObligationDraft(
                "III.2",
                what + " theo yêu cầu của văn bản.",
                null,
                what,
                List.of("Các đơn vị"),
                List.of(),
                List.of(),
                EvidenceKind.REPORT,
                "Sở Nội vụ",
                null,
                List.of(),
                dues,
                ObligationDraft.END_OF_DAY,
                null,
                Arrays.asList(targets),
                1);
    }

    static List<Due> on(String... days) {
        return List.of(new Due(
                new DueRule.Fixed(Arrays.stream(days).map(LocalDate::parse).toList())));
    }

    static List<Due> rhythms(String... rules) {
        return DueRule.of(List.of(), List.of(rules), null).stream()
                .map(Due::new)
                .toList();
    }

    static Target lead(long unit) {
        return new Target.Unit(unit, Target.Part.LEAD);
    }

    /** Drafts, keeps all and confirms. @return the directive's id */
    long directive(Officer coordinator, long owner, String issuedOn, Instant now, ObligationDraft... obligations) {
        long id = draft(coordinator, owner, issuedOn, now, obligations);
        directives.confirm(id, LocalDate.ofInstant(now, Shell.ZONE), coordinator, now);
        return id;
    }

    long draft(Officer coordinator, long owner, String issuedOn, Instant now, ObligationDraft... obligations) {
        long id = directives.draft(
                new DirectiveDraft(
                        null,
                        owner,
                        COUNT.incrementAndGet() + "/KH-THU",
                        "Kế hoạch thử nghiệm công tác dân vận",
                        "Ủy ban nhân dân tỉnh",
                        LocalDate.parse(issuedOn),
                        null,
                        List.of(obligations)),
                coordinator,
                now);
        for (Obligation obligation : directives.obligations(id, coordinator, LocalDate.ofInstant(now, Shell.ZONE))) {
            directives.keep(obligation.id(), coordinator, now);
        }
        return id;
    }

    /** Ids of the directive's duties, by due time and unit. */
    List<Long> duties(long directiveId) {
        return new ArrayList<>(jdbc.sql(
                        "SELECT id FROM duties.duty WHERE directive_id = ? ORDER BY due_at NULLS LAST, unit_name, period_key")
                .param(directiveId)
                .query(Long.class)
                .list());
    }
}

package vn.nhipcau.consultation;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.nhipcau.ledger.EntryType;
import vn.nhipcau.records.Logs;
import vn.nhipcau.records.RecordLog;
import vn.nhipcau.web.Refusal;

/** Consultations, their drafts and batches. */
@Service
public class Consultations {
    /** For the intake, which would otherwise ask the database three things for each opinion. */
    private static final Duration AS_OF = Duration.ofSeconds(1);

    /** What an opinion is checked against before it is queued. */
    record Standing(Consultation consultation, Map<String, Integer> clauses, Set<Channel> channels) {}

    private final JdbcClient jdbc;
    private final Logs logs;
    private final LoadingCache<String, Optional<Standing>> standings =
            Caffeine.newBuilder().maximumSize(1_000).expireAfterWrite(AS_OF).build(this::load);

    Consultations(JdbcClient jdbc, Logs logs) {
        this.jdbc = jdbc;
        this.logs = logs;
    }

    /** Puts a draft to the people: its log begins with the hash of what was put to them. */
    @Transactional
    public Consultation open(NewConsultation draft, Instant now) {
        check(draft);
        RecordLog log = logs.begin(draft.slug());
        String opening = PublishedDocument.opening(draft);
        int id = jdbc.sql("""
                        INSERT INTO consultation.consultation
                            (slug, title, summary, organisation_id, log, participation, opens_at, closes_at, opening)
                        VALUES (?, ?, ?, ?, ?, ?, ?::timestamptz, ?::timestamptz, ?) RETURNING id
                        """)
                .params(
                        draft.slug(),
                        draft.title(),
                        draft.summary(),
                        draft.organisationId(),
                        log.id(),
                        draft.participation().name(),
                        draft.opensAt().toString(),
                        draft.cutOffs().getLast().toString(),
                        opening)
                .query(Integer.class)
                .single();
        jdbc.sql("INSERT INTO consultation.counted (consultation) VALUES (?)")
                .param(id)
                .update();
        batches(id, draft.cutOffs());
        for (Channel channel : draft.channels()) {
            jdbc.sql("INSERT INTO consultation.channel (consultation, channel, counted_by) VALUES (?, ?, ?)")
                    .params(id, channel.code(), draft.organisationId())
                    .update();
        }
        firstDraft(id, draft);
        logs.append(log, PublishedDocument.entry(EntryType.WINDOW, now, opening));
        return find(draft.slug()).orElseThrow();
    }

    private static void check(NewConsultation draft) {
        boolean ordered = !draft.cutOffs().isEmpty();
        Instant last = draft.opensAt();
        for (Instant cutOff : draft.cutOffs()) {
            ordered &= cutOff.isAfter(last);
            last = cutOff;
        }
        if (!ordered) {
            throw Refusal.invalid(
                    "CUT_OFFS_OUT_OF_ORDER",
                    "Mỗi đợt phải chốt sau lúc mở và sau đợt trước: hãy sửa lại các mốc thời gian.",
                    "Each batch must be cut off after the opening and after the one before: correct the times.");
        }
        if (!draft.slug().matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw Refusal.invalid(
                    "SLUG_MALFORMED",
                    "Tên trên địa chỉ chỉ gồm chữ thường không dấu, chữ số và dấu gạch nối.",
                    "The name in the address has only lower-case letters, digits and hyphens.");
        }
    }

    private void batches(int consultation, List<Instant> cutOffs) {
        for (int number = 1; number <= cutOffs.size(); number++) {
            jdbc.sql("INSERT INTO consultation.batch (consultation, number, cut_off) VALUES (?, ?, ?::timestamptz)")
                    .params(consultation, number, cutOffs.get(number - 1).toString())
                    .update();
        }
    }

    private void firstDraft(int consultation, NewConsultation draft) {
        jdbc.sql("INSERT INTO consultation.draft (consultation, version, shown_from) VALUES (?, 1, ?::timestamptz)")
                .params(consultation, draft.opensAt().toString())
                .update();
        write(consultation, 1, draft.clauses());
    }

    private void write(int consultation, int version, List<NewConsultation.NewClause> clauses) {
        int position = 0;
        for (NewConsultation.NewClause clause : clauses) {
            position++;
            jdbc.sql("""
                            WITH clause AS (
                                INSERT INTO consultation.clause (consultation, anchor) VALUES (:consultation, :anchor)
                                ON CONFLICT (consultation, anchor) DO UPDATE SET anchor = excluded.anchor RETURNING id)
                            INSERT INTO consultation.clause_text
                                (consultation, version, clause, position, level, heading, text)
                            SELECT :consultation, :version, id, :position, :level, :heading, :text FROM clause
                            """)
                    .param("consultation", consultation)
                    .param("version", version)
                    .param("anchor", clause.anchor())
                    .param("position", position)
                    .param("level", clause.level())
                    .param("heading", clause.heading())
                    .param("text", clause.text())
                    .update();
        }
    }

    public Optional<Consultation> find(String slug) {
        return jdbc.sql("SELECT * FROM consultation.consultation WHERE slug = ?")
                .param(slug)
                .query(this::consultation)
                .optional();
    }

    /** One that is not being prepared any more: everybody may see it. */
    public Consultation visible(String slug) {
        return find(slug)
                .filter(consultation -> consultation.state() != Consultation.State.DRAFT)
                .orElseThrow(Consultations::unknown);
    }

    /** All that are not drafts, the latest first. */
    public List<Consultation> list() {
        return jdbc.sql(
                        "SELECT * FROM consultation.consultation WHERE state <> 'DRAFT' ORDER BY opens_at DESC, id DESC")
                .query(this::consultation)
                .list();
    }

    /**
     * A further version of the draft. Opinions stay on their clauses, by the anchors; the log keeps what was put to the people.
     *
     * @param note what changed, in a sentence
     */
    @Transactional
    public int revise(Consultation consultation, String note, List<NewConsultation.NewClause> clauses, Instant now) {
        logs.hold(consultation.log());
        int version = 1
                + jdbc.sql("SELECT max(version) FROM consultation.draft WHERE consultation = ?")
                        .param(consultation.id())
                        .query(Integer.class)
                        .single();
        String published = PublishedDocument.version(consultation.slug(), version, note, clauses);
        jdbc.sql("""
                        INSERT INTO consultation.draft (consultation, version, shown_from, note, published)
                        VALUES (?, ?, ?::timestamptz, ?, ?)
                        """)
                .params(consultation.id(), version, now.toString(), note, published)
                .update();
        write(consultation.id(), version, clauses);
        logs.append(consultation.log(), PublishedDocument.entry(EntryType.WINDOW, now, published));
        return version;
    }

    /** Whether everybody may read the opinions; their figures are public in any case. */
    @Transactional
    public void showOpinions(int consultation, boolean shown) {
        jdbc.sql("UPDATE consultation.consultation SET opinions_shown = ? WHERE id = ?")
                .params(shown, consultation)
                .update();
    }

    /** Of the latest version of the draft, in its order. */
    public List<Clause> clauses(int consultation) {
        return clauses(consultation, versions(consultation).getLast().number());
    }

    List<Clause> clauses(int consultation, int version) {
        return jdbc.sql("""
                        SELECT t.*, c.anchor FROM consultation.clause_text t JOIN consultation.clause c ON c.id = t.clause
                        WHERE t.consultation = ? AND t.version = ? ORDER BY t.position
                        """)
                .params(consultation, version)
                .query((row, number) -> new Clause(
                        row.getInt("clause"),
                        row.getString("anchor"),
                        row.getInt("position"),
                        row.getInt("level"),
                        row.getString("heading"),
                        row.getString("text")))
                .list();
    }

    /** @param note what changed, in a sentence */
    record Version(int number, Instant shownFrom, String note) {}

    List<Version> versions(int consultation) {
        return jdbc.sql("SELECT * FROM consultation.draft WHERE consultation = ? ORDER BY version")
                .param(consultation)
                .query((row, number) -> new Version(
                        row.getInt("version"), row.getTimestamp("shown_from").toInstant(), row.getString("note")))
                .list();
    }

    public List<Batch> batches(int consultation) {
        return jdbc.sql("SELECT * FROM consultation.batch WHERE consultation = ? ORDER BY number")
                .param(consultation)
                .query((row, number) -> new Batch(
                        row.getInt("number"),
                        row.getTimestamp("cut_off").toInstant(),
                        row.getTimestamp("locked_at") == null
                                ? null
                                : row.getTimestamp("locked_at").toInstant()))
                .list();
    }

    /** The document to which the first entry of the log commits. */
    public String opening(int consultation) {
        return jdbc.sql("SELECT opening FROM consultation.consultation WHERE id = ?")
                .param(consultation)
                .query(String.class)
                .single();
    }

    /** As it was at most a second ago. */
    Standing standing(String slug) {
        return standings.get(slug).orElseThrow(Consultations::unknown);
    }

    private Optional<Standing> load(String slug) {
        return find(slug)
                .map(consultation -> new Standing(
                        consultation,
                        clauses(consultation.id()).stream()
                                .collect(Collectors.toMap(Clause::anchor, Clause::id, (a, b) -> a, HashMap::new)),
                        channels(consultation.id())));
    }

    private Set<Channel> channels(int consultation) {
        return jdbc
                .sql("SELECT channel FROM consultation.channel WHERE consultation = ?")
                .param(consultation)
                .query(Integer.class)
                .list()
                .stream()
                .map(Channel::ofCode)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Refusal unknown() {
        return new Refusal(
                HttpStatus.NOT_FOUND,
                "CONSULTATION_UNKNOWN",
                "Không có đợt lấy ý kiến này. Hãy kiểm tra lại địa chỉ.",
                "There is no such consultation. Check the address.");
    }

    private Consultation consultation(ResultSet row, int number) throws SQLException {
        return new Consultation(
                row.getInt("id"),
                row.getString("slug"),
                row.getString("title"),
                row.getString("summary"),
                row.getLong("organisation_id"),
                Participation.valueOf(row.getString("participation")),
                row.getTimestamp("opens_at").toInstant(),
                row.getTimestamp("closes_at").toInstant(),
                Consultation.State.valueOf(row.getString("state")),
                row.getBoolean("opinions_shown"),
                logs.get(row.getInt("log")));
    }
}

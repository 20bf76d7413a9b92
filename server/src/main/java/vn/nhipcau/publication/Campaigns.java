package vn.nhipcau.publication;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.nhipcau.crawl.audit.Target;
import vn.nhipcau.directory.Group;
import vn.nhipcau.directory.Groups;
import vn.nhipcau.directory.Kind;
import vn.nhipcau.directory.Officer;
import vn.nhipcau.directory.Organisation;
import vn.nhipcau.directory.Organisations;
import vn.nhipcau.documents.DocumentFile;
import vn.nhipcau.documents.Documents;
import vn.nhipcau.duties.Boards;
import vn.nhipcau.duties.Duty;
import vn.nhipcau.duties.DutyFilter;
import vn.nhipcau.duties.DutyState;
import vn.nhipcau.web.Refusal;
import vn.nhipcau.web.Shell;

/** Makes campaigns and moves them. A campaign that is not the officer's to see does not exist. */
@Service
public class Campaigns {
    /** Shorter texts are found everywhere; the audit command asks for as many. */
    static final int FEWEST_WORDS = 20;

    /** Whom the clock acts as. */
    private static final String CLOCK = "Hệ thống";

    private final JdbcClient jdbc;
    private final Documents documents;
    private final Groups groups;
    private final Organisations organisations;
    private final Boards boards;
    private final Rights.Of rights;

    Campaigns(
            JdbcClient jdbc,
            Documents documents,
            Groups groups,
            Organisations organisations,
            Boards boards,
            Rights.Of rights) {
        this.jdbc = jdbc;
        this.documents = documents;
        this.groups = groups;
        this.organisations = organisations;
        this.boards = boards;
        this.rights = rights;
    }

    /** @return the new campaign's id; it waits to be started */
    @Transactional
    public long make(CampaignDraft draft, Officer officer, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, Shell.ZONE);
        if (!rights.officer(officer, today).coordinates().contains(draft.ownerId())) {
            throw Refusal.forbidden(
                    "NOT_COORDINATOR",
                    "Bạn không có vai trò điều phối ở đơn vị này nên không lập được đợt đăng tải. Hãy nhờ điều phối viên.",
                    "You do not coordinate for this unit, so you cannot make a campaign for it. Ask its coordinator.");
        }
        if (documents.get(draft.documentId(), officer, today).withdrawn() != null) {
            throw Refusal.conflict(
                    "DOCUMENT_WITHDRAWN",
                    "Văn bản này đã được gỡ khỏi sổ nên không lập đợt đăng tải được. Hãy đưa lại vào sổ trước.",
                    "This document was taken out of the register. Put it back before making a campaign of it.");
        }
        check(draft);
        String text = text(draft);
        List<Posting.New> postings = units(draft, officer, now);
        String owner = organisations
                .known(draft.ownerId(), today)
                .map(Organisation::label)
                .orElseThrow(Refusal::notFound);
        long id = jdbc.sql("""
                        INSERT INTO publication.campaign (document_id, directive_id, owner_id, owner_name, title, abstract,
                            text, text_sha256, from_on, days, every_hours, budget, public, made_at, made_by)
                        VALUES (:document, :directive, :owner, :ownerName, :title, :abstract, :text,
                            encode(sha256(convert_to(:text, 'UTF8')), 'hex'), :from, :days, :hours, :budget, :public, :now, :by)
                        RETURNING id
                        """)
                .param("document", draft.documentId())
                .param("directive", draft.directiveId())
                .param("owner", draft.ownerId())
                .param("ownerName", owner)
                .param("title", draft.title().strip())
                .param("abstract", draft.summary().strip())
                .param("text", text)
                .param("from", draft.fromOn())
                .param("days", draft.days())
                .param("hours", draft.everyHours())
                .param("budget", draft.budget())
                .param("public", draft.open())
                .param("now", Timestamp.from(now))
                .param("by", officer.id())
                .query(Long.class)
                .single();
        for (int i = 0; i < draft.files().size(); i++) {
            jdbc.sql("INSERT INTO publication.campaign_file (campaign_id, position, file_id) VALUES (?, ?, ?)")
                    .params(id, i, draft.files().get(i))
                    .update();
        }
        for (Posting.New posting : postings) {
            jdbc.sql("""
                            INSERT INTO publication.posting (campaign_id, unit_id, unit_name, block, duty_id, since)
                            VALUES (?, ?, ?, ?, ?, ?)
                            """)
                    .params(
                            id,
                            posting.unitId(),
                            posting.unitName(),
                            posting.block(),
                            posting.dutyId(),
                            Timestamp.from(now))
                    .update();
        }
        return id;
    }

    private static void check(CampaignDraft draft) {
        if (draft.title().isBlank()) {
            throw Refusal.invalid(
                    "TITLE_MISSING", "Hãy ghi tiêu đề của bài cần đăng.", "Give the title of what is to be posted.");
        }
        if (draft.files().isEmpty()) {
            throw Refusal.invalid(
                    "NOTHING_TO_POST",
                    "Hãy chọn ít nhất một tệp phải đăng.",
                    "Choose at least one file that must be posted.");
        }
        if (draft.days() < 1 || draft.days() > 3660) {
            throw Refusal.invalid(
                    "DAYS_WRONG",
                    "Số ngày phải giữ trên trang từ 1 đến 3660. Hãy sửa lại.",
                    "It must stay between 1 and 3660 days. Correct it.");
        }
        if (draft.everyHours() < 1 || draft.everyHours() > 720) {
            throw Refusal.invalid(
                    "RHYTHM_WRONG",
                    "Khoảng cách giữa hai lần kiểm tra từ 1 đến 720 giờ. Hãy sửa lại.",
                    "Looks are 1 to 720 hours apart. Correct it.");
        }
        if (draft.budget() < 5 || draft.budget() > 5000) {
            throw Refusal.invalid(
                    "BUDGET_WRONG",
                    "Số trang xem nhiều nhất ở mỗi trang web từ 5 đến 5000. Hãy sửa lại.",
                    "The budget for a site is 5 to 5000 requests. Correct it.");
        }
    }

    private String text(CampaignDraft draft) {
        List<DocumentFile> files = documents.files(draft.documentId());
        StringBuilder text = new StringBuilder();
        for (long wanted : draft.files()) {
            DocumentFile file =
                    files.stream().filter(one -> one.id() == wanted).findFirst().orElseThrow(Refusal::notFound);
            try {
                text.append(documents.text(file).orElseThrow(() -> withoutWords(file.name())))
                        .append("\n\n");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        String words = text.toString().replace("\0", "").strip();
        try {
            if (Target.of(words).original().size() < FEWEST_WORDS) {
                throw withoutWords(files.getFirst().name());
            }
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid(
                    "TOO_MANY_WORDS",
                    "Tài liệu phải đăng quá dài để đối chiếu trong một đợt. Hãy chọn ít tệp hơn và lập nhiều đợt.",
                    "What must be posted is too long for one campaign. Choose fewer files and make several.");
        }
        return words;
    }

    private static Refusal withoutWords(String file) {
        return Refusal.invalid(
                "NO_WORDS",
                "Tệp “" + file + "” không có đủ chữ để đối chiếu (bản quét, ảnh hoặc quá ngắn). Hãy thêm bản có chữ"
                        + " (Word, PDF gốc) vào văn bản rồi chọn tệp đó.",
                "The file “" + file
                        + "” has too few words to compare with (a scan, a picture or too short). Add a version"
                        + " with text to the document and choose that.");
    }

    private List<Posting.New> units(CampaignDraft draft, Officer officer, Instant now) {
        Map<Long, Posting.New> units = new LinkedHashMap<>();
        switch (draft.whom()) {
            case CampaignDraft.Whom.Obligation obligation ->
                boards.open(officer, now)
                        .eachRow(
                                DutyFilter.of(DutyFilter.View.COORDINATOR)
                                        .ofObligation(obligation.id())
                                        .sortedBy(DutyFilter.Sort.DUE),
                                duty -> take(duty, units));
            case CampaignDraft.Whom.Group(long id) -> {
                Group group = groups.find(id).orElseThrow(Refusal::notFound);
                LocalDate today = LocalDate.ofInstant(now, Shell.ZONE);
                if (groups.list(draft.ownerId(), today).stream().noneMatch(own -> own.id() == id)) {
                    throw Refusal.notFound();
                }
                groups.members(id, today)
                        .forEach(unit ->
                                units.put(unit.id(), new Posting.New(unit.id(), unit.label(), group.name(), null)));
            }
        }
        if (units.isEmpty()) {
            throw Refusal.invalid(
                    "NO_UNITS",
                    "Không có đơn vị nào phải đăng theo lựa chọn này. Hãy chọn nghĩa vụ hoặc nhóm khác.",
                    "This choice has no units. Choose another obligation or group.");
        }
        boolean oneBlock =
                units.values().stream().map(Posting.New::block).distinct().count() == 1;
        return oneBlock ? byKind(units, now) : List.copyOf(units.values());
    }

    /** Where all came through one group, shares are shown by kind of unit: departments beside districts. */
    private List<Posting.New> byKind(Map<Long, Posting.New> units, Instant now) {
        Map<String, String> kinds =
                organisations.kinds().stream().collect(Collectors.toMap(Kind::slug, Kind::vietnamese));
        Map<Long, String> kindOf = organisations.known(units.keySet(), LocalDate.ofInstant(now, Shell.ZONE)).stream()
                .collect(Collectors.toMap(Organisation::id, unit -> kinds.getOrDefault(unit.kind(), unit.kind())));
        return units.values().stream()
                .map(unit -> new Posting.New(
                        unit.unitId(),
                        unit.unitName(),
                        kindOf.getOrDefault(unit.unitId(), unit.block()),
                        unit.dutyId()))
                .toList();
    }

    /** Of several periods the first that is not settled: that is the one a posting now can still settle. */
    private static void take(Duty duty, Map<Long, Posting.New> units) {
        if (duty.state() == DutyState.WITHDRAWN || duty.state() == DutyState.EXEMPTED) {
            return;
        }
        Posting.New posting = new Posting.New(duty.holderId(), duty.holderName(), duty.block(), duty.id());
        units.merge(duty.holderId(), posting, (first, later) -> first);
    }

    public Campaign campaign(long id, Officer officer, LocalDate on) {
        Campaign campaign = find(id);
        if (!rights.officer(officer, on).sees(campaign)) {
            throw Refusal.notFound();
        }
        return campaign;
    }

    /** For who may see at least this unit's part of it. */
    Campaign campaign(long id, long unit, Officer officer, LocalDate on) {
        Campaign campaign = find(id);
        if (!rights.officer(officer, on).sees(campaign, unit)) {
            throw Refusal.notFound();
        }
        return campaign;
    }

    /** For the public: only what was opened, and never a draft. */
    Campaign open(long id) {
        Campaign campaign = find(id);
        if (!campaign.open() || campaign.state() == CampaignState.DRAFT) {
            throw Refusal.notFound();
        }
        return campaign;
    }

    Campaign find(long id) {
        return jdbc.sql("SELECT * FROM publication.campaign WHERE id = ?")
                .param(id)
                .query(Campaigns::row)
                .optional()
                .orElseThrow(Refusal::notFound);
    }

    /** What is looked for. */
    String text(long id) {
        return jdbc.sql("SELECT text FROM publication.campaign WHERE id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    /** The files that must be posted, in their order. */
    List<DocumentFile> files(Campaign campaign) {
        List<DocumentFile> all = documents.files(campaign.documentId());
        List<DocumentFile> chosen = new ArrayList<>();
        for (Long id : jdbc.sql("SELECT file_id FROM publication.campaign_file WHERE campaign_id = ? ORDER BY position")
                .param(campaign.id())
                .query(Long.class)
                .list()) {
            all.stream().filter(file -> file.id() == id).forEach(chosen::add);
        }
        return chosen;
    }

    /** Campaigns that the officer runs or oversees, the last one first. */
    public List<Campaign> list(Officer officer, LocalDate on) {
        Rights own = rights.officer(officer, on);
        return jdbc.sql("""
                        SELECT * FROM publication.campaign WHERE owner_id = ANY (?) OR owner_id = ANY (?)
                        ORDER BY state = 'ENDED', id DESC
                        """)
                .params(Rights.array(own.coordinates()), Rights.array(own.oversees()))
                .query(Campaigns::row)
                .list();
    }

    List<Campaign> publicOnes() {
        return jdbc.sql("SELECT * FROM publication.campaign WHERE public AND state <> 'DRAFT' ORDER BY id DESC")
                .query(Campaigns::row)
                .list();
    }

    /** Moves it along {@link CampaignState#EDGES}. */
    @Transactional
    public CampaignState act(long id, CampaignState.Event event, Officer officer, Instant now) {
        Campaign campaign = toChange(id, officer, now);
        CampaignState next = campaign.state()
                .after(event)
                .orElseThrow(() -> Refusal.conflict(
                        "WRONG_STATE",
                        "Đợt này “" + campaign.state().vietnamese().toLowerCase(Locale.ROOT)
                                + "” nên không thể “" + event.vietnamese()
                                + "”. Có thể người khác vừa thao tác; hãy tải lại trang.",
                        "The campaign is “" + campaign.state().english() + "”, so “" + event.english()
                                + "” is not possible. Somebody may have acted just now; reload the page."));
        jdbc.sql("""
                        UPDATE publication.campaign SET state = :state,
                            round = CASE WHEN :starts THEN round + 1 ELSE round END,
                            round_at = CASE WHEN :starts THEN :now ELSE round_at END
                        WHERE id = :id
                        """)
                .param("state", next.name())
                .param("starts", event == CampaignState.Event.START)
                .param("now", Timestamp.from(now))
                .param("id", id)
                .update();
        if (event == CampaignState.Event.START) {
            documents.share(campaign.documentId(), unitIds(id), now);
        }
        note(id, event.name(), officer, now, "");
        return next;
    }

    private List<Long> unitIds(long id) {
        return jdbc.sql("SELECT unit_id FROM publication.posting WHERE campaign_id = ?")
                .param(id)
                .query(Long.class)
                .list();
    }

    /** Has every unit's site looked at again now, as a round of its own. */
    @Transactional
    public void checkAll(long id, Officer officer, Instant now) {
        requireRunning(toChange(id, officer, now), now);
        jdbc.sql("UPDATE publication.campaign SET round = round + 1, round_at = ? WHERE id = ?")
                .params(Timestamp.from(now), id)
                .update();
        note(id, "CHECK", officer, now, "");
    }

    /** Who coordinates, or the unit itself, has one site looked at now. */
    @Transactional
    public void check(long id, long unit, Officer officer, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, Shell.ZONE);
        Campaign campaign = campaign(id, unit, officer, today);
        Rights own = rights.officer(officer, today);
        if (!own.runs(campaign) && !own.reports(unit)) {
            throw notYours();
        }
        requireRunning(campaign, now);
        int found = jdbc.sql(
                        "UPDATE publication.posting SET due_at = ?, not_before = NULL WHERE campaign_id = ? AND unit_id = ?")
                .params(Timestamp.from(now), id, unit)
                .update();
        if (found == 0) {
            throw Refusal.notFound();
        }
    }

    private static void requireRunning(Campaign campaign, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, Shell.ZONE);
        if (campaign.state() != CampaignState.RUNNING
                || today.isBefore(campaign.fromOn())
                || today.isAfter(campaign.untilOn())) {
            throw Refusal.conflict(
                    "NOT_RUNNING",
                    "Chỉ kiểm tra được khi đợt đang chạy và trong thời gian phải đăng. Hãy bắt đầu hoặc tiếp tục đợt trước.",
                    "Sites are looked at only while the campaign runs and its days last. Start or resume it first.");
        }
    }

    /** Whether everybody may see how far it is. */
    @Transactional
    public void open(long id, boolean open, Officer officer, Instant now) {
        toChange(id, officer, now);
        jdbc.sql("UPDATE publication.campaign SET public = ? WHERE id = ?")
                .params(open, id)
                .update();
        note(id, open ? "OPENED" : "HIDDEN", officer, now, "");
    }

    /** Ends those whose days are over. */
    @Transactional
    void endOld(Instant now) {
        List<Long> over = jdbc.sql("""
                        UPDATE publication.campaign SET state = 'ENDED'
                        WHERE state IN ('RUNNING', 'STOPPED') AND until_on < ? RETURNING id
                        """)
                .param(LocalDate.ofInstant(now, Shell.ZONE))
                .query(Long.class)
                .list();
        over.forEach(id -> note(id, CampaignState.Event.END.name(), null, now, "Hết thời gian phải đăng"));
    }

    /** One line of a campaign's own history. */
    record Note(String event, String person, Instant at, String note) {}

    /** Oldest first. */
    List<Note> history(long id) {
        return jdbc.sql(
                        "SELECT event, person_name, at, note FROM publication.campaign_act WHERE campaign_id = ? ORDER BY id")
                .param(id)
                .query((row, number) -> new Note(
                        row.getString("event"),
                        row.getString("person_name"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("note")))
                .list();
    }

    private void note(long id, String event, @Nullable Officer officer, Instant now, String note) {
        jdbc.sql("""
                        INSERT INTO publication.campaign_act (campaign_id, event, person_id, person_name, at, note)
                        VALUES (?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        id,
                        event,
                        officer == null ? null : officer.id(),
                        officer == null ? CLOCK : officer.name(),
                        Timestamp.from(now),
                        note)
                .update();
    }

    Campaign toChange(long id, Officer officer, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, Shell.ZONE);
        Campaign campaign = jdbc.sql("SELECT * FROM publication.campaign WHERE id = ? FOR UPDATE")
                .param(id)
                .query(Campaigns::row)
                .optional()
                .orElseThrow(Refusal::notFound);
        Rights own = rights.officer(officer, today);
        if (!own.sees(campaign)) {
            throw Refusal.notFound();
        }
        if (!own.runs(campaign)) {
            throw notYours();
        }
        return campaign;
    }

    static Refusal notYours() {
        return Refusal.forbidden(
                "NOT_YOUR_ACT",
                "Việc này dành cho bên điều phối đợt đăng tải. Hãy nhờ người có vai trò đó.",
                "This is for the campaign's coordinator to do. Ask who has that role.");
    }

    private static Campaign row(ResultSet row, int number) throws SQLException {
        Timestamp round = row.getTimestamp("round_at");
        long directive = row.getLong("directive_id");
        return new Campaign(
                row.getLong("id"),
                row.getLong("document_id"),
                directive == 0 ? null : directive,
                row.getLong("owner_id"),
                row.getString("owner_name"),
                row.getString("title"),
                row.getString("abstract"),
                row.getString("text_sha256"),
                row.getObject("from_on", LocalDate.class),
                row.getInt("days"),
                row.getObject("until_on", LocalDate.class),
                row.getInt("every_hours"),
                row.getInt("budget"),
                row.getBoolean("public"),
                CampaignState.valueOf(row.getString("state")),
                row.getInt("round"),
                round == null ? null : round.toInstant());
    }
}

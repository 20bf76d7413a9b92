package vn.nhipcau.duties;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.nhipcau.directory.Officer;
import vn.nhipcau.documents.Documents;
import vn.nhipcau.web.Refusal;
import vn.nhipcau.web.Shell;

/**
 * Obligations become duties: what would be given, and the giving of exactly that. Knows no rights; {@link Directives} does,
 * and holds the directive meanwhile.
 */
@Component
class Giving {
    /** 3,000 units with 66 duties each; a slip in a rhythm makes millions. */
    static final long MOST_DUTIES = 200_000;

    private final JdbcClient jdbc;
    private final Obligations obligations;
    private final Expander expander;
    private final DirectiveRows rows;
    private final Documents documents;

    Giving(JdbcClient jdbc, Obligations obligations, Expander expander, DirectiveRows rows, Documents documents) {
        this.jdbc = jdbc;
        this.obligations = obligations;
        this.expander = expander;
        this.rows = rows;
        this.documents = documents;
    }

    /**
     * What would be given.
     *
     * @param membersOn the day of whose units the groups are read
     * @param works of the kept and added obligations
     */
    record Plan(Directive directive, LocalDate membersOn, List<Obligation> obligations, List<Expander.Work> works) {

        /** The mark of all that a preview shows. */
        String seen() {
            return Seen.of(
                    directive,
                    membersOn,
                    obligations,
                    works.stream().map(Expander.Work::shown).toList());
        }

        Expansion expansion(Instant now) {
            return new Expansion(works.stream().map(work -> work.line(now)).toList());
        }
    }

    Plan plan(Directive directive, LocalDate membersOn, Instant now) {
        Plausible.day("Danh sách đơn vị tính theo ngày", membersOn);
        List<Obligation> all = obligations.ofDirective(directive.id());
        return new Plan(directive, membersOn, all, expander.plan(directive, all, membersOn, now));
    }

    /**
     * The duties of the plan come into being, all or none.
     *
     * @param seen the mark of what the person looked at; null: whatever it is now
     */
    Expansion give(Plan plan, @Nullable String seen, Officer officer, Instant now) {
        if (seen != null && !plan.seen().equals(seen)) {
            throw Refusal.conflict(
                    "STALE_PREVIEW",
                    "Từ lúc bạn xem trước, thông tin văn bản, nghĩa vụ, kỳ hạn hoặc danh sách đơn vị đã thay đổi, nên CHƯA"
                            + " giao nhiệm vụ nào. Dưới đây là bản mới nhất: hãy xem lại rồi xác nhận.",
                    "The directive, its obligations, dates or units changed after your preview, so NO duty was given. Below"
                            + " is the newest: look again, then confirm.");
        }
        Expansion expansion = plan.expansion(now);
        if (!expansion.confirmable()) {
            throw Refusal.invalid(
                    "NOT_CONFIRMABLE",
                    "Chưa xác nhận được: mỗi nghĩa vụ được chọn phải có đơn vị thực hiện và còn kỳ hạn. Hãy sửa hoặc bỏ"
                            + " những nghĩa vụ còn vướng.",
                    "It cannot be confirmed yet: each kept obligation needs units and a time limit to come. Mend or drop"
                            + " those that have a problem.");
        }
        if (expansion.tooMany()) {
            throw tooMany(expansion.duties());
        }
        Directive directive = plan.directive();
        jdbc.sql("""
                        UPDATE duties.directive SET state = 'CONFIRMED', confirmed_at = ?, confirmed_by = ?, members_on = ?
                        WHERE id = ?
                        """)
                .params(Timestamp.from(now), officer.id(), plan.membersOn(), directive.id())
                .update();
        // What nobody chose is not an obligation of anybody.
        jdbc.sql("UPDATE duties.obligation SET status = 'DROPPED' WHERE directive_id = ? AND status = 'PROPOSED'")
                .param(directive.id())
                .update();
        expander.write(directive, plan.works(), officer.name(), now);
        share(directive, plan.works(), now);
        rows.note(directive.id(), "CONFIRMED", "", officer, now);
        return expansion;
    }

    private static Refusal tooMany(long duties) {
        return Refusal.invalid(
                "TOO_MANY_DUTIES",
                String.format(
                        Locale.of("vi"),
                        "Xác nhận sẽ giao %,d nhiệm vụ, vượt mức %,d cho một lần. Hãy bỏ bớt nghĩa vụ, chọn nhịp thưa hơn"
                                + " hoặc rút ngắn “Nhịp kéo dài đến”.",
                        duties,
                        MOST_DUTIES),
                String.format(
                        Locale.ENGLISH,
                        "%,d duties would be given; %,d at once are the most. Drop obligations, choose a slower rhythm or an"
                                + " earlier end.",
                        duties,
                        MOST_DUTIES));
    }

    /** Binds one more unit to an obligation that has become duties, for the periods still to come. */
    Expansion add(
            Directive directive, Obligation obligation, Target.Unit unit, String reason, Officer officer, Instant now) {
        Obligation forUnit = new Obligation(
                obligation.id(),
                obligation.directiveId(),
                obligation.position(),
                obligation.status(),
                obligation.content().withTargets(List.of(unit)),
                obligation.duties());
        List<Expander.Work> works =
                expander.plan(directive, List.of(forUnit), LocalDate.ofInstant(now, Shell.ZONE), now).stream()
                        .map(work -> work.toCome(now))
                        .toList();
        Expander.Work work = works.getFirst();
        if (!work.outside().isEmpty()) {
            throw Command.outOfReach(String.join("; ", work.outside()));
        }
        Expansion expansion = new Expansion(List.of(work.line(now)));
        if (!expansion.confirmable() || expander.write(directive, works, officer.name(), now) == 0) {
            throw Refusal.conflict(
                    "NOTHING_TO_ADD",
                    "Không có gì để thêm: đơn vị không tồn tại hôm nay, đã có nhiệm vụ này, hoặc mọi kỳ đều đã qua hạn.",
                    "Nothing to add: the unit does not exist today, has this duty already, or all periods are past.");
        }
        share(directive, works, now);
        String name = work.units().getFirst().unit().label();
        rows.note(directive.id(), "UNIT_ADDED", name + ": " + reason.strip(), officer, now);
        return expansion;
    }

    /** Who is to do what a document says may read it. */
    private void share(Directive directive, List<Expander.Work> works, Instant now) {
        if (directive.documentId() != null) {
            documents.share(
                    directive.documentId(),
                    works.stream()
                            .flatMap(work -> work.units().stream())
                            .map(bound -> bound.unit().id())
                            .collect(Collectors.toSet()),
                    now);
        }
    }
}

package vn.nhipcau.consultation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.nhipcau.vitext.Fold;
import vn.nhipcau.web.Refusal;
import vn.nhipcau.web.Shell;

/** Puts a prepared draft to the people: as a new consultation, or as the next version of one. */
@Component
class Openings {

    /**
     * As the form says it.
     *
     * @param cutOffs last day of each batch
     * @param counted of the channels, those whose opinions are in the figures
     */
    record Draft(
            String slug,
            String title,
            String summary,
            Participation participation,
            @Nullable LocalDate opensOn,
            List<LocalDate> cutOffs,
            Set<Channel> channels,
            Set<Channel> counted,
            boolean shown) {

        private static final int DAYS_AT_LEAST = 20;
        private static final int LONGEST_SLUG = 60;

        /** Twenty days at least: Luật 10/2022/QH15, Điều 28. */
        static Draft proposed(Preparation preparation, LocalDate today) {
            String title = preparation.fileName().replaceFirst("\\.[A-Za-z]{2,5}$", "");
            String slug = Fold.plain(title).replace(' ', '-');
            Set<Channel> all = EnumSet.allOf(Channel.class);
            Set<Channel> counted = EnumSet.complementOf(EnumSet.of(Channel.MINUTES));
            return new Draft(
                    slug.length() > LONGEST_SLUG
                            ? slug.substring(0, LONGEST_SLUG).replaceAll("-+$", "")
                            : slug,
                    title,
                    "",
                    Participation.ANYONE,
                    today,
                    List.of(today.plusDays(DAYS_AT_LEAST)),
                    all,
                    counted,
                    false);
        }
    }

    /** Pages of the desk beside those of the consultations. */
    private static final Set<String> RESERVED = Set.of("new", "preparations");

    private final Consultations consultations;
    private final Preparations preparations;
    private final ChannelRules rules;
    private final JdbcClient jdbc;

    Openings(Consultations consultations, Preparations preparations, ChannelRules rules, JdbcClient jdbc) {
        this.consultations = consultations;
        this.preparations = preparations;
        this.rules = rules;
        this.jdbc = jdbc;
    }

    @Transactional
    Consultation open(Preparation preparation, Draft draft, Instant now) {
        if (draft.title().isBlank()
                || draft.opensOn() == null
                || draft.channels().isEmpty()) {
            throw Refusal.invalid(
                    "OPENING_INCOMPLETE",
                    "Hãy điền tên đợt, ngày mở, ngày chốt và chọn ít nhất một kênh.",
                    "Give the title, the days of opening and cut-off, and at least one channel.");
        }
        if (RESERVED.contains(draft.slug())) {
            throw slugTaken(draft);
        }
        if (draft.participation() == Participation.SIGNED_IN && draft.channels().contains(Channel.API)) {
            throw Refusal.invalid(
                    "API_IS_FOR_ANYONE",
                    "Kênh “Phần mềm khác gửi đến” nhận ý kiến của mọi người. Hãy bỏ kênh này khi chỉ lấy ý kiến cán bộ đã đăng nhập.",
                    "Other software sends opinions of anybody. Leave this channel out when only signed-in officers take part.");
        }
        preparations.finish(preparation, now);
        Consultation opened = insert(preparation, draft, now);
        for (Channel channel : draft.channels()) {
            rules.set(
                    opened.id(),
                    channel,
                    preparation.organisationId(),
                    draft.counted().contains(channel));
        }
        consultations.showOpinions(opened.id(), draft.shown());
        jdbc.sql("UPDATE consultation.consultation SET document_id = ? WHERE id = ?")
                .params(Arrays.asList(preparation.documentId(), opened.id()))
                .update();
        return consultations.visible(opened.slug());
    }

    private Consultation insert(Preparation preparation, Draft draft, Instant now) {
        Instant opens = startOf(draft.opensOn());
        try {
            return consultations.open(
                    new NewConsultation(
                            draft.slug(),
                            draft.title().strip(),
                            draft.summary().strip(),
                            preparation.organisationId(),
                            draft.participation(),
                            opens,
                            draft.cutOffs().stream()
                                    .sorted()
                                    .map(day -> startOf(day.plusDays(1)))
                                    .toList(),
                            EnumSet.copyOf(draft.channels()),
                            preparation.newClauses()),
                    now);
        } catch (DuplicateKeyException e) {
            throw slugTaken(draft);
        }
    }

    private static Refusal slugTaken(Draft draft) {
        return Refusal.conflict(
                "SLUG_TAKEN",
                "Tên trên địa chỉ “" + draft.slug() + "” đã được dùng. Hãy đặt tên khác.",
                "The name in the address is taken. Choose another.");
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(Shell.ZONE).toInstant();
    }

    @Transactional
    Consultation revise(Preparation preparation, String note, Instant now) {
        if (preparation.consultation() == null) {
            throw Refusal.notFound();
        }
        if (note.isBlank()) {
            throw Refusal.invalid(
                    "NOTE_MISSING",
                    "Hãy ghi một câu: bản mới thay đổi gì và vì sao.",
                    "Say in a sentence what the new version changes and why.");
        }
        Consultation consultation = consultations.visible(preparation.consultation());
        preparations.finish(preparation, now);
        consultations.revise(consultation, note.strip(), preparation.newClauses(), now);
        return consultation;
    }
}

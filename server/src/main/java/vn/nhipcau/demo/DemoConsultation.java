package vn.nhipcau.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import vn.nhipcau.consultation.Channel;
import vn.nhipcau.consultation.Consultation;
import vn.nhipcau.consultation.Consultations;
import vn.nhipcau.consultation.NewConsultation;
import vn.nhipcau.consultation.NewConsultation.NewClause;
import vn.nhipcau.consultation.NewOpinion;
import vn.nhipcau.consultation.Opinions;
import vn.nhipcau.consultation.Participation;
import vn.nhipcau.consultation.Stance;
import vn.nhipcau.web.Shell;

/** A consultation like the one that công văn 1171 is about: two batches a month apart, open on the demonstration's day. */
@Component
class DemoConsultation {
    private static final String SLUG = "bao-cao-chinh-tri";
    /** {@code ## Heading {anchor}} and the text below it. */
    private static final Pattern CLAUSE =
            Pattern.compile("^#(#+) (.+) \\{([a-z0-9.-]+)}\\R+((?:(?!#).*\\R?)*)", Pattern.MULTILINE);

    /** Invented, as everything here; two of them are nearly the same, as in a campaign. */
    private record Said(String clause, Stance stance, String text) {}

    private static final List<Said> SAID = List.of(
            new Said("phan-2.1", Stance.AGREE, ""),
            new Said(
                    "phan-2.1", Stance.AGREE_WITH_CHANGES, "Đề nghị nêu riêng chỉ tiêu nước sạch cho các xã vùng sâu."),
            new Said("phan-2.2", Stance.AGREE, "Nhất trí quy hoạch lại vùng cây ăn trái theo nguồn nước."),
            new Said(
                    "phan-2.3",
                    Stance.OTHER,
                    "Đề nghị ưu tiên chống sạt lở đoạn sông qua chợ xã vì hơn ba mươi hộ dân đang sống sát bờ, mùa mưa nào cũng phải di dời tạm."),
            new Said(
                    "phan-2.3",
                    Stance.OTHER,
                    "Đề nghị ưu tiên chống sạt lở đoạn sông qua chợ xã vì hơn bốn mươi hộ dân đang sống sát bờ, mùa mưa nào cũng phải di dời tạm."),
            new Said("phan-2.4", Stance.DISAGREE, "Chưa nói rõ nguồn giáo viên tiếng Anh, tin học lấy từ đâu."),
            new Said("phan-1.3", Stance.AGREE_WITH_CHANGES, "Cần nêu số kiến nghị cử tri trả lời chậm ở từng nơi."),
            new Said("phan-3", Stance.AGREE, "Công bố kết quả sáu tháng một lần là đúng."));

    private final Consultations consultations;
    private final Opinions opinions;

    DemoConsultation(Consultations consultations, Opinions opinions) {
        this.consultations = consultations;
        this.opinions = opinions;
    }

    /** @param organisation Ban Dân vận Tỉnh ủy, where 1171 sends the opinions */
    void open(long organisation, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, Shell.ZONE);
        LocalDate cutOff = today.withDayOfMonth(10).plusMonths(1);
        Consultation opened = consultations.open(
                new NewConsultation(
                        SLUG,
                        "Dự thảo Báo cáo chính trị trình Đại hội đại biểu Đảng bộ tỉnh (minh họa)",
                        "Lấy ý kiến đoàn viên, hội viên và Nhân dân theo hai đợt.",
                        organisation,
                        Participation.ANYONE,
                        startOf(today.minusDays(7)),
                        List.of(
                                startOf(cutOff.plusDays(1)),
                                startOf(cutOff.plusMonths(1).plusDays(1))),
                        EnumSet.allOf(Channel.class),
                        clauses()),
                now);
        consultations.showOpinions(opened.id(), true);
        for (int i = 0; i < SAID.size(); i++) {
            Said said = SAID.get(i);
            opinions.accept(
                    new NewOpinion(SLUG, said.clause(), Channel.WEB, said.stance(), said.text(), null, "minh-hoa-" + i),
                    now);
        }
    }

    private static Instant startOf(LocalDate day) {
        return ZonedDateTime.of(day.atStartOfDay(), Shell.ZONE).toInstant();
    }

    private static List<NewClause> clauses() {
        List<NewClause> clauses = new ArrayList<>();
        Matcher clause = CLAUSE.matcher(text());
        while (clause.find()) {
            clauses.add(new NewClause(
                    clause.group(3),
                    clause.group(1).length(),
                    clause.group(2),
                    clause.group(4).strip()));
        }
        return clauses;
    }

    private static String text() {
        try {
            return new ClassPathResource("demo/consultations/" + SLUG + ".md")
                    .getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package vn.nhipcau.vitext;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ScanTest {
    private static final String PLAN = document("danvan-travinh");
    private static final String RULES = document("chukyso-ninhbinh");

    private static String document(String name) {
        try (InputStream in = ScanTest.class.getResourceAsStream("/documents/" + name + ".txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Sighting look(String original, String text, Channel channel) {
        Scan scan = new Scan(Original.of(original));
        scan.containment(Tokens.of(text), channel);
        return scan.sighting(text.toCharArray());
    }

    @Test
    void a_copy_is_found_whole() {
        Sighting copy = look(PLAN, "Trang chủ | Giới thiệu\n" + PLAN + "\nLiên hệ", Channel.MARKED);
        assertThat(copy.containment()).isEqualTo(1);
        assertThat(copy.coverage().share()).isEqualTo(1);
        assertThat(copy.density()).isGreaterThan(0.95);
        assertThat(copy.coverage().differences()).isEmpty();
    }

    @Test
    void new_typesetting_decomposed_letters_and_the_other_school_of_tones_change_nothing() {
        String reset = Normalizer.normalize(PLAN, Normalizer.Form.NFD).replaceAll("\\s+", "  \n ");
        assertThat(look(PLAN, reset, Channel.MARKED).coverage().share()).isEqualTo(1);
        String tones =
                PLAN.replace("òa", "oà").replace("óa", "oá").replace("ủy", "uỷ").replace("Ủy", "Uỷ");
        assertThat(tones).isNotEqualTo(PLAN);
        assertThat(look(PLAN, tones, Channel.MARKED).coverage().share()).isEqualTo(1);
        assertThat(look(PLAN, PLAN.toUpperCase(), Channel.MARKED).coverage().share())
                .isEqualTo(1);
    }

    @Test
    void text_that_lost_its_marks_is_found_by_the_plain_channel() {
        String plain = Fold.plain(PLAN);
        assertThat(Tokens.of(plain).lostMarks()).isTrue();
        assertThat(Tokens.of(PLAN).lostMarks()).isFalse();
        assertThat(look(PLAN, plain, Channel.MARKED).coverage().share()).isLessThan(0.05);
        assertThat(look(PLAN, plain, Channel.PLAIN).coverage().share()).isGreaterThan(0.99);
    }

    @Test
    void a_scan_with_every_twelfth_word_misread_is_found() {
        List<String> words = Arrays.asList(PLAN.split("\\s+"));
        StringBuilder misread = new StringBuilder();
        for (int i = 0; i < words.size(); i++) {
            misread.append(i % 12 == 5 ? words.get(i) + "rn" : words.get(i)).append(' ');
        }
        assertThat(look(PLAN, misread.toString(), Channel.SCANNED).coverage().share())
                .isGreaterThan(0.97);
    }

    @Test
    void other_provinces_documents_of_the_same_kind_agree_little_and_thinly() {
        Sighting signatures = look(RULES, document("chukyso-dongthap"), Channel.MARKED);
        Sighting drugs = look(document("matuy-2030-cantho"), document("matuy-2030-dongnai"), Channel.MARKED);
        Sighting unrelated = look(PLAN, RULES, Channel.MARKED);
        assertThat(signatures.containment()).isLessThan(0.3);
        assertThat(signatures.density()).isLessThan(0.5);
        assertThat(drugs.containment()).isLessThan(0.3);
        assertThat(drugs.density()).isLessThan(0.5);
        assertThat(unrelated.containment()).isLessThan(0.02);
    }

    @Test
    void what_is_missing_is_told_by_section() {
        int third = PLAN.indexOf("\nIII.");
        assertThat(third).isPositive();
        Coverage part = look(PLAN, PLAN.substring(0, third), Channel.MARKED).coverage();
        assertThat(part.parts())
                .filteredOn(p -> p.share() > 0.9)
                .extracting(p -> p.section().title())
                .anyMatch(t -> t.startsWith("I."))
                .anyMatch(t -> t.startsWith("II."));
        assertThat(part.parts())
                .filteredOn(p -> p.share() < 0.1)
                .extracting(p -> p.section().title())
                .anyMatch(t -> t.startsWith("III."));
        Coverage rest = look(PLAN, PLAN.substring(third), Channel.MARKED).coverage();
        assertThat(part.and(rest).share()).isGreaterThan(0.995);
    }

    @Test
    void differing_passages_of_another_version_are_listed_and_slips_are_not() {
        String other = PLAN.replace("năm 2020", "năm 2019").replace("nâng cao vai trò", "tăng cường vai chò");
        Sighting version = look(PLAN, other, Channel.MARKED);
        assertThat(version.coverage().share()).isGreaterThan(0.95);
        assertThat(version.coverage().differences())
                .extracting(d -> d.original() + "→" + d.found())
                .contains("2020→2019");
        String slips = PLAN.replace("quán triệt", "quán chiệt");
        assertThat(look(PLAN, slips, Channel.MARKED).coverage().differences()).isEmpty();
    }

    @Test
    void two_tone_schools_fold_to_one_key() {
        assertThat(Fold.tones("Uỷ ban hoà giải, quy định, khoẻ, thuỷ, toàn, quý"))
                .isEqualTo("Ủy ban hòa giải, quy định, khỏe, thủy, toàn, quý");
        assertThat(Fold.plain("Số: 1171/STTTT-TTBCXB, Đà Nẵng Ðắk Lắk"))
                .isEqualTo("so 1171 stttt ttbcxb da nang dak lak");
    }

    @Test
    void text_in_the_old_fonts_is_repaired() {
        assertThat(LegacyEncoding.TCVN3.decode("Céng hßa x· héi chñ nghÜa ViÖt Nam"))
                .isEqualTo("Cộng hòa xã hội chủ nghĩa Việt Nam");
        assertThat(LegacyEncoding.VNI.decode("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam, ñöôïc"))
                .isEqualTo("Cộng hòa xã hội chủ nghĩa Việt Nam, được");
        String old =
                "KÕ ho¹ch cña ñy ban nh©n d©n tØnh vÒ viÖc thùc hiÖn quy chÕ d©n chñ ë c¬ së n¨m 2020, ®­îc ban hµnh";
        assertThat(LegacyEncoding.repair(old)).contains("của", "ủy ban nhân dân", "được ban hành");
        assertThat(LegacyEncoding.repair(PLAN)).isSameAs(PLAN);
        String english = "The quick brown fox jumps over the lazy dog. ".repeat(10);
        assertThat(LegacyEncoding.repair(english)).isSameAs(english);
    }

    @Test
    void stock_phrases_weigh_little() {
        String letterhead = PLAN.lines().limit(12).collect(Collectors.joining("\n"));
        assertThat(look(PLAN, letterhead, Channel.MARKED).coverage().share()).isLessThan(0.01);
    }
}

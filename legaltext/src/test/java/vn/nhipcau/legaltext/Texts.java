package vn.nhipcau.legaltext;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The documents that tests read. */
final class Texts {
    static final List<String> SEEDS = List.of(
            "1171-STTTT-TTBCXB.txt", "19-KH-UBND.txt", "thong-tin-CV-4078-SNV-CCHC.txt", "tin-bai-KH-44-UBND.txt");

    private Texts() {}

    static String seed(String name) {
        return resource("/directives/" + name);
    }

    /** A document of a kind that the seeds lack, made up for the tests. */
    static String invented(String name) {
        return resource("/invented/" + name);
    }

    private static String resource(String name) {
        try (InputStream file = Texts.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalArgumentException(name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** A plan of a province, dated 10 January 2026, with this body. */
    static String plan(String body) {
        return """
                ỦY BAN NHÂN DÂN
                TỈNH SÔNG HẬU
                -------

                CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
                Độc lập - Tự do - Hạnh phúc

                Số: 9/KH-UBND

                Sông Hậu, ngày 10 tháng 01 năm 2026

                KẾ HOẠCH

                Cải cách hành chính năm 2026

                %s

                Nơi nhận:
                - Các sở, ban, ngành tỉnh;
                - Lưu: VT.

                TM. ỦY BAN NHÂN DÂN
                KT. CHỦ TỊCH
                PHÓ CHỦ TỊCH
                Nguyễn Văn An
                """.formatted(body);
    }

    static Obligation onlyDated(String body) {
        List<Obligation> dated = dated(body);
        if (dated.size() != 1) {
            throw new AssertionError("wanted one dated obligation, found " + dated);
        }
        return dated.getFirst();
    }

    static List<Obligation> dated(String body) {
        return DirectiveReader.read(plan(body)).obligations().stream()
                .filter(Obligation::dated)
                .toList();
    }
}

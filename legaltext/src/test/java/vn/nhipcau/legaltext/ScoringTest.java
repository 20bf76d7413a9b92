package vn.nhipcau.legaltext;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoringTest {
    @TempDir
    Path folder;

    private String score(String label) throws IOException {
        Files.writeString(folder.resolve("plan.json"), label);
        Scoring scoring = Scoring.load(folder);
        Reading reading = DirectiveReader.read(
                Texts.plan(
                        "Sở Nội vụ báo cáo kết quả thực hiện Quyết định số 12/QĐ-UBND về UBND tỉnh trước ngày 15/12 hằng năm."));
        scoring.add("somewhere/plan.docx", reading);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        scoring.print(new PrintStream(out, true, StandardCharsets.UTF_8), true);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static final String RIGHT = """
            {"file":"plan.txt",
             "header":{"number":"9/KH-UBND","type":"ke-hoach","date":"2026-01-10","place":"SÔNG  HẬU",
              "issuer":"Uỷ ban nhân dân tỉnh Sông Hậu","abstract":"Cải cách hành chính năm 2026","addressees":[],
              "signer":{"name":"Nguyễn Văn An","title":"PHÓ CHỦ TỊCH","capacity":"TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH"}},
             "citations":["12/QĐ-UBND"],
             "dated":[{"clause":"","who":["Sở Nội vụ tỉnh"],"what":"báo cáo","due":[],
              "rrule":["FREQ=YEARLY;BYMONTHDAY=15;BYMONTH=12"],"relative":null,"to":null,"evidence":"report"}],
             "assigned":["sở nội vụ"]}
            """;

    @Test
    void caseSpaceAndToneDoNotCount() throws IOException {
        assertThat(score(RIGHT))
                .contains("header     1.000 of fields right (10 of 10)")
                .contains("citations  F1 1.000")
                .contains("dated      F1 1.000")
                .contains("assigned   F1 1.000")
                .doesNotContain("missed");
    }

    @Test
    void anotherDayAnotherNumberAndAnotherUnitCount() throws IOException {
        assertThat(score(RIGHT.replace("BYMONTHDAY=15", "BYMONTHDAY=16")
                        .replace("12/QĐ-UBND", "13/QĐ-UBND")
                        .replace("\"sở nội vụ\"", "\"Sở Y tế\"")))
                .contains("citations  F1 0.000")
                .contains("dated      F1 0.000")
                .contains("assigned   F1 0.000")
                .contains("citation missed: 13/qđ-ubnd")
                .contains("assigned too much: sở nội vụ");
    }

    @Test
    void aDocumentWithoutALabelIsLeftOut() throws IOException {
        Files.writeString(folder.resolve("plan.json"), RIGHT);
        assertThat(Scoring.load(folder).has("other.txt")).isFalse();
    }
}

package vn.nhipcau.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.nhipcau.ServerTest;
import vn.nhipcau.web.Refusal;

@ServerTest
class OrganisationFilesTest {
    private static final String HEADER =
            "Mã,Tên,Tên ngắn,Loại,Hệ,Trực thuộc,Từ ngày,Đến ngày,Trang web,Kế thừa bởi,Hình thức,Căn cứ,Minh họa\n";
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @Autowired
    OrganisationFiles files;

    @Autowired
    Organisations organisations;

    @Autowired
    Reorganisations reorganisations;

    @Autowired
    Charts charts;

    @Autowired
    Groups groups;

    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    @Test
    void a_unit_with_its_whole_history_comes_in() {
        load(csv("""
                A-%1$s,Tỉnh A,,tinh,Chính quyền,,2004-01-01,,,,,,
                B-%1$s,Thị xã B,,ubnd-huyen,Chính quyền,A-%1$s,01/01/2004,31/12/2019,https://b.example,,,,
                B-%1$s,Thành phố B,TP B,ubnd-huyen,state,A-%1$s,01/01/2020,30/06/2025,https://b.example https://b2.example,C-%1$s D-%1$s,"Chia, tách",Nghị quyết 1,
                C-%1$s,Phường C,,"Ủy ban nhân dân xã, phường, thị trấn, đặc khu",Chính quyền,A-%1$s,01/07/2025,,,,,,x
                D-%1$s,Xã D,,ubnd-xa,Chính quyền,A-%1$s,01/07/2025,,,,,,
                """));

        long b = id("B", LocalDate.of(2019, 12, 31));
        assertThat(organisations
                        .find(b, LocalDate.of(2019, 12, 31))
                        .orElseThrow()
                        .name())
                .isEqualTo("Thị xã B");
        assertThat(organisations
                        .find(b, LocalDate.of(2025, 6, 30))
                        .orElseThrow()
                        .label())
                .isEqualTo("TP B");
        assertThat(organisations.find(b, LocalDate.of(2025, 7, 1))).isEmpty();
        assertThat(organisations.sites(b, LocalDate.of(2019, 1, 1))).containsExactly("https://b.example");
        assertThat(organisations.sites(b, LocalDate.of(2021, 1, 1)))
                .containsExactly("https://b.example", "https://b2.example");
        assertThat(organisations.currentHolders(b, TODAY))
                .extracting(Organisation::name)
                .containsExactly("Phường C", "Xã D");
    }

    @Test
    void every_fault_is_told_with_its_row_and_column_and_nothing_is_written() {
        ImportReport report = load(csv("""
                A-%1$s,Tỉnh A,,tinh,Chính quyền,,2004-01-01,,,,,,
                ,Không mã,,so,Chính quyền,A-%1$s,2004-01-01,,,,,,
                E-%1$s,Sở E,,khong-co,Chính quyền,A-%1$s,31/02/2020,,,,,,
                F-%1$s,Sở F,,so,Chính quyền,KHONG-%1$s,2004-01-01,,,,,,
                G-%1$s,Sở G,,so,Chính quyền,A-%1$s,2004-01-01,2003-01-01,,,,,
                H-%1$s,Sở H,,so,Chính quyền,A-%1$s,2004-01-01,2010-01-01,,,,,
                H-%1$s,Sở H mới,,so,Chính quyền,A-%1$s,2009-01-01,,,,,,
                I-%1$s,Sở I,,so,Chính quyền,A-%1$s,2004-01-01,,ftp://i,,,,
                """));

        assertThat(report.faults())
                .extracting(ImportReport.Fault::row, ImportReport.Fault::column)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(3, "Mã"),
                        org.assertj.core.groups.Tuple.tuple(4, "Loại"),
                        org.assertj.core.groups.Tuple.tuple(4, "Từ ngày"),
                        org.assertj.core.groups.Tuple.tuple(5, "Trực thuộc"),
                        org.assertj.core.groups.Tuple.tuple(6, "Đến ngày"),
                        org.assertj.core.groups.Tuple.tuple(8, "Từ ngày"),
                        org.assertj.core.groups.Tuple.tuple(9, "Trang web"));
        assertThat(report.faults())
                .allSatisfy(
                        fault -> assertThat(fault.vietnamese()).contains(". ").endsWith("."));
        assertThat(organisations.findByCode("A-" + mark, TODAY))
                .as("the right rows are not taken either")
                .isEmpty();
    }

    @Test
    void units_that_stand_below_each_other_in_a_circle_are_refused() {
        ImportReport report = load(csv("""
                A-%1$s,A,,khac,Chính quyền,B-%1$s,2004-01-01,,,,,,
                B-%1$s,B,,khac,Chính quyền,A-%1$s,2004-01-01,,,,,,
                """));

        assertThat(report.right()).isFalse();
    }

    @Test
    void a_file_may_not_leave_a_unit_that_it_does_not_name_without_its_parent() {
        load(csv("""
                A-%1$s,Tỉnh A,,tinh,Chính quyền,,2004-01-01,,,,,,
                B-%1$s,Sở B,,so,Chính quyền,A-%1$s,2004-01-01,,,,,,
                """));

        ImportReport report = load(csv("A-%1$s,Tỉnh A,,tinh,Chính quyền,,2004-01-01,2020-12-31,,,,,\n"));

        assertThat(report.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.row()).isEqualTo(2);
            assertThat(fault.vietnamese()).contains("Sở B");
        });
    }

    @Test
    void all_that_goes_out_as_csv_or_xlsx_comes_back_as_it_was() throws IOException {
        DemoDirectory.load(files, groups);
        long root = reorganisations.found(
                new Founding("R-" + mark, Line.STATE, "=1+1", "'@x", "tinh", null, true), on(LocalDate.of(2000, 1, 1)));
        long unit = reorganisations.found(
                new Founding("S-" + mark, Line.FRONT, "Hội \"X\", tỉnh; Y", null, "hoi-tinh", root, false),
                on(LocalDate.of(2001, 2, 3)));
        reorganisations.rename(unit, "-Hội Z", "+z", on(LocalDate.of(2010, 1, 1)));
        reorganisations.site(unit, "https://z.example", true, on(LocalDate.of(2012, 1, 1)));
        reorganisations.site(unit, "https://z.example", false, on(LocalDate.of(2013, 1, 1)));
        reorganisations.site(unit, "https://z.example", true, on(LocalDate.of(2014, 1, 1)));
        List<Long> roots = List.of(root, id("tam.hg"), id("tam.tv"), id("tam.hcm"), id("tam.ct"));

        for (long exported : roots) {
            for (byte[] file : List.of(csv(exported, ','), csv(exported, ';'), xlsx(exported))) {
                ImportReport report = files.check(file);
                assertThat(report.faults()).isEmpty();
                assertThat(report.changes()).isEmpty();
                assertThat(report.unchanged())
                        .isEqualTo(charts.below(exported).units().size());
            }
        }
    }

    @Test
    void an_exported_province_comes_into_an_empty_place_under_other_codes_with_the_same_history() throws IOException {
        load(csv("""
                A-%1$s,Tỉnh A,,tinh,Chính quyền,,2004-01-01,,,,,,
                B-%1$s,Sở B,,so,Chính quyền,A-%1$s,2004-01-01,2024-12-31,https://b.example,C-%1$s,merge,NQ 1,
                C-%1$s,Sở C,,so,Chính quyền,A-%1$s,2004-01-01,2019-12-31,,,,,
                C-%1$s,Sở C mới,C,so,Chính quyền,A-%1$s,2020-01-01,,,,,,
                """));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        files.writeCsv(out, id("A", TODAY), ',');
        String copy = out.toString(StandardCharsets.UTF_8).replace("-" + mark, "-copy-" + mark);

        ImportReport report = load(copy.getBytes(StandardCharsets.UTF_8));

        assertThat(report.added()).isEqualTo(3);
        ByteArrayOutputStream again = new ByteArrayOutputStream();
        files.writeCsv(
                again,
                organisations.findByCode("A-copy-" + mark, TODAY).orElseThrow().id(),
                ',');
        assertThat(again.toString(StandardCharsets.UTF_8)).isEqualTo(copy);
    }

    @Test
    void an_export_opens_right_in_a_spreadsheet_and_runs_nothing() throws IOException {
        long root = reorganisations.found(
                new Founding("F-" + mark, Line.STATE, "=HYPERLINK(\"http://x\")", null, "tinh", null, true),
                on(LocalDate.of(2000, 1, 1)));

        String csv = new String(csv(root, ','), StandardCharsets.UTF_8);

        assertThat(csv).startsWith("\uFEFF").contains("\"'=HYPERLINK(\"\"http://x\"\")\"");
    }

    @Test
    void semicolons_and_a_byte_order_mark_are_understood() {
        String file = "\uFEFF"
                + new String(csv("A-%1$s,Tỉnh A,,tinh,Chính quyền,,2004-01-01,,,,,,\n"), StandardCharsets.UTF_8)
                        .replace(',', ';');

        assertThat(load(file.getBytes(StandardCharsets.UTF_8)).added()).isEqualTo(1);
    }

    @Test
    void a_changed_unit_is_told_with_what_changes() {
        load(csv("A-%1$s,Tỉnh A,,tinh,Chính quyền,,2004-01-01,,,,,,\n"));

        ImportReport report =
                files.check(csv("A-%1$s,Tỉnh A mới,,tinh,Chính quyền,,2004-01-01,,https://a.example,,,,\n"));

        assertThat(report.changes()).singleElement().satisfies(change -> {
            assertThat(change.added()).isFalse();
            assertThat(change.what()).containsExactly("Tên, loại", "Trang web");
        });
        assertThat(organisations.findByCode("A-" + mark, TODAY).orElseThrow().name())
                .isEqualTo("Tỉnh A");
    }

    @Test
    void files_that_are_no_tables_are_refused_with_what_to_do() throws IOException {
        for (byte[] file : List.of(
                new byte[0],
                "Sở".getBytes(StandardCharsets.UTF_16),
                new byte[] {'P', 'K', 3, 4, 9, 9},
                "Mã,\"Tên\nA,B".getBytes(StandardCharsets.UTF_8),
                new byte[SheetFile.MOST_BYTES + 1],
                bomb(),
                sheet("<row r='1'><c r='ZZZZZZ1' t='inlineStr'><is><t>x</t></is></c></row>"),
                sheet("<row r='1'>" + "<c t='inlineStr'><is><t>x</t></is></c>".repeat(101) + "</row>"),
                sheet("<row r='1'><c r='A1'/><x:c xmlns:x='urn:x' x:r='AAAAAAA1'/></row>"),
                sheet("<row><c/></row>".repeat(XlsxLimits.MOST_ELEMENTS / 2)))) {
            assertThatThrownBy(() -> files.check(file))
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("FILE_UNREADABLE"));
        }
    }

    @Test
    void a_missing_or_unknown_column_is_told() {
        ImportReport report = files.check("Mã,Tên,Màu\nA,B,C\n".getBytes(StandardCharsets.UTF_8));

        assertThat(report.faults())
                .extracting(ImportReport.Fault::vietnamese)
                .anyMatch(sentence -> sentence.contains("“Màu”"))
                .anyMatch(sentence -> sentence.contains("Thiếu cột “Loại”"));
    }

    @Test
    void an_administrator_imports_only_within_reach() {
        load(csv("""
                A-%1$s,Tỉnh A,,tinh,Chính quyền,,2004-01-01,,,,,,
                B-%1$s,Sở B,,so,Chính quyền,A-%1$s,2004-01-01,,,,,,
                C-%1$s,Tỉnh C,,tinh,Chính quyền,,2004-01-01,,,,,,
                """));
        Set<Long> reach = organisations.covers(Set.of(id("A", TODAY)), TODAY);

        assertThat(files.check(csv("N-%1$s,Sở N,,so,Chính quyền,B-%1$s,2004-01-01,,,,,,\n"), reach)
                        .right())
                .isTrue();
        assertThat(files.check(csv("N-%1$s,Sở N,,so,Chính quyền,C-%1$s,2004-01-01,,,,,,\n"), reach)
                        .right())
                .isFalse();
        assertThat(files.check(csv("N-%1$s,Tỉnh N,,tinh,Chính quyền,,2004-01-01,,,,,,\n"), reach)
                        .right())
                .isFalse();
        assertThat(files.check(csv("C-%1$s,Tỉnh C mới,,tinh,Chính quyền,,2004-01-01,,,,,,\n"), reach)
                        .right())
                .isFalse();
        assertThat(files.check(csv("B-%1$s,Sở B,,so,Chính quyền,C-%1$s,2004-01-01,,,,,,\n"), reach)
                        .right())
                .isFalse();
    }

    private ImportReport load(byte[] file) {
        return files.load(file, on(TODAY));
    }

    private byte[] csv(String rows) {
        return (HEADER + rows.formatted(mark)).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] csv(long root, char delimiter) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        files.writeCsv(out, root, delimiter);
        return out.toByteArray();
    }

    private byte[] xlsx(long root) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        files.writeXlsx(out, root);
        return out.toByteArray();
    }

    private static byte[] bomb() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            byte[] blank = new byte[1024 * 1024];
            for (int i = 0; i < 100; i++) {
                zip.write(blank);
            }
        }
        return out.toByteArray();
    }

    private static byte[] sheet(String rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            zip.write(("<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><sheetData>" + rows
                            + "</sheetData></worksheet>")
                    .getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }

    private long id(String code) {
        return organisations.knownByCode(code, TODAY).orElseThrow().id();
    }

    private long id(String code, LocalDate on) {
        return organisations.findByCode(code + "-" + mark, on).orElseThrow().id();
    }

    private static Decision on(LocalDate day) {
        return new Decision(day, null, "thử", null, Instant.EPOCH);
    }
}

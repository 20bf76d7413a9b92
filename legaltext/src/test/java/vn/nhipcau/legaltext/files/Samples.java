package vn.nhipcau.legaltext.files;

import static vn.nhipcau.legaltext.files.WordDocument.cell;
import static vn.nhipcau.legaltext.files.WordDocument.centred;
import static vn.nhipcau.legaltext.files.WordDocument.left;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The documents that the tests read in every format. The .docx are made here; the others were made from them by
 * LibreOffice and lie beside the tests' resources: {@code main} writes the .docx for that.
 */
final class Samples {
    private static final String BOLD = "<w:b/>";
    private static final Pattern PARAGRAPH_START = Pattern.compile(
            "(I{1,3}\\.|\\d\\.|-) \\p{Lu}.*|Định kỳ, hàng quý.*|Trong quá trình triển.*|Thực hiện Quy chế phối.*");

    private Samples() {}

    /** Writes the .docx files into a folder, for {@code soffice --headless --convert-to pdf|odt|rtf|doc}. */
    public static void main(String[] folder) throws IOException {
        Files.write(Path.of(folder[0], "19-KH-UBND.docx"), plan());
        Files.write(Path.of(folder[0], "bang-nhiem-vu.docx"), taskTable());
    }

    static byte[] resource(String name) {
        try (InputStream in = Samples.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new AssertionError("no " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Kế hoạch 19/KH-UBND of the seeds, as the province would have typed it: tables, automatic numbers. */
    static byte[] plan() {
        var word = new WordDocument();
        word.beside(List.of(
                new String[] {
                    centred("ỦY BAN NHÂN DÂN", BOLD) + centred("TỈNH TRÀ VINH", BOLD) + centred("-------", ""),
                    centred("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", BOLD + "<w:sz w:val=\"26\"/>")
                            + centred("Độc lập - Tự do - Hạnh phúc", BOLD)
                            + centred("---------------", "")
                },
                new String[] {
                    centred("Số: 19/KH-UBND", "<w:sz w:val=\"26\"/>"),
                    centred("Trà Vinh, ngày 06 tháng 4 năm 2020", "<w:i/>")
                }));
        word.xml(centred("", "")).xml(centred("KẾ HOẠCH", BOLD));
        word.xml(centred("THỰC HIỆN CÔNG TÁC DÂN VẬN CHÍNH QUYỀN TRÊN ĐỊA BÀN TỈNH TRÀ VINH NĂM 2020", BOLD));
        for (String paragraph : bodyOfPlan()) {
            if (paragraph.matches("I{1,3}\\. .*")) {
                word.numbered(1, 0, paragraph.replaceFirst("^\\S+ ", ""), BOLD);
            } else if (paragraph.matches("\\d\\. .*")) {
                word.numbered(1, 1, paragraph.replaceFirst("^\\S+ ", ""), "");
            } else if (paragraph.startsWith("- ")) {
                word.numbered(1, 3, paragraph.substring(2), "");
            } else {
                word.paragraph(paragraph);
            }
        }
        String small = "<w:sz w:val=\"22\"/>";
        var recipients = new StringBuilder(left("Nơi nhận:", "<w:b/><w:i/><w:sz w:val=\"24\"/>"));
        for (String recipient : List.of(
                "- TT.TU, TT.HĐND tỉnh (b/c);",
                "- CT, các PCT.UBND tỉnh;",
                "- Các sở, ban, ngành tỉnh (3 hệ);",
                "- Công an tỉnh, BCHQS tỉnh, BCH Bộ đội BP tỉnh;",
                "- UBND cấp huyện;",
                "- LĐVP UBND tỉnh;",
                "- Các phòng: NC, HC-QT;",
                "- Lưu: VT, THNV.")) {
            recipients.append(left(recipient, small));
        }
        return word.beside(List.<String[]>of(new String[] {
                    recipients.toString(),
                    centred("TM. ỦY BAN NHÂN DÂN", BOLD)
                            + centred("KT. CHỦ TỊCH", BOLD)
                            + centred("PHÓ CHỦ TỊCH", BOLD)
                            + centred("", "")
                            + centred("", "")
                            + centred("", "")
                            + centred("Lê Văn Hẳn", BOLD)
                }))
                .bytes();
    }

    /** The paragraphs between title and recipients, whole, with their numbers. */
    private static List<String> bodyOfPlan() {
        var paragraphs = new ArrayList<String>();
        boolean inBody = false;
        for (String line : new String(resource("/directives/19-KH-UBND.txt"), StandardCharsets.UTF_8)
                .lines()
                .toList()) {
            inBody = (inBody || line.startsWith("Thực hiện Quy chế phối")) && !line.startsWith("Nơi nhận");
            if (inBody) {
                if (PARAGRAPH_START.matcher(line).matches()) {
                    paragraphs.add(line);
                } else {
                    paragraphs.add(paragraphs.removeLast() + " " + line);
                }
            }
        }
        return paragraphs;
    }

    /** A table of tasks with merged cells, footnotes, letters and a second list. */
    static byte[] taskTable() {
        var word = new WordDocument();
        word.beside(List.<String[]>of(new String[] {
            centred("UBND TỈNH HÀ TĨNH", "")
                    + centred("SỞ NỘI VỤ", BOLD)
                    + centred("Số: 12/SNV-CCHC", "")
                    + centred(
                            "V/v triển khai nhiệm vụ cải cách hành chính quý II năm 2026 trên địa bàn tỉnh",
                            "<w:sz w:val=\"24\"/>"),
            centred("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", BOLD + "<w:sz w:val=\"26\"/>")
                    + centred("Độc lập - Tự do - Hạnh phúc", BOLD)
                    + centred("Hà Tĩnh, ngày 03 tháng 4 năm 2026", "<w:i/>")
        }));
        word.xml(centred("Kính gửi: Các sở, ban, ngành cấp tỉnh.", ""));
        word.footnoted(
                "Thực hiện Kế hoạch số 120/KH-UBND",
                "Ban hành ngày 15/01/2026 của UBND tỉnh.",
                " của UBND tỉnh về cải cách hành chính năm 2026, Sở Nội vụ đề nghị các cơ quan, đơn vị thực hiện các nội"
                        + " dung sau:");
        word.numbered(2, 0, "NHIỆM VỤ", BOLD);
        word.numbered(2, 1, "Rà soát thủ tục hành chính:", "");
        word.numbered(2, 2, "Thủ tục nội bộ;", "");
        word.numbered(2, 2, "Thủ tục giải quyết cho người dân.", "");
        word.numbered(2, 1, "Tổ chức thực hiện theo bảng phân công dưới đây:", "");
        word.table(
                WordDocument.BORDERS,
                List.of(
                        new String[] {
                            centred("TT", BOLD),
                            centred("Nội dung", BOLD),
                            centred("Chủ trì", BOLD),
                            centred("Phối hợp", BOLD),
                            centred("Thời gian", BOLD)
                        },
                        new String[] {
                            centred("1", ""),
                            left("Báo cáo kết quả rà soát thủ tục hành chính nội bộ giữa các cơ quan", ""),
                            left("Các sở, ban, ngành", ""),
                            left("Văn phòng UBND tỉnh", ""),
                            cell(1700, "<w:vMerge w:val=\"restart\"/>", left("Trước ngày 15/6/2026", ""))
                        },
                        new String[] {
                            centred("2", ""),
                            left("Cập nhật cơ sở dữ liệu thủ tục hành chính", ""),
                            left("Sở Khoa học và Công nghệ", ""),
                            left("Các sở, ban, ngành", ""),
                            cell(1700, "<w:vMerge/>", left("", ""))
                        },
                        new String[] {
                            centred("3", ""),
                            cell(
                                    2800,
                                    "",
                                    left("Kiểm tra công vụ:", "") + left("- Cấp tỉnh;", "") + left("- Cấp xã.", "")),
                            left("Sở Nội vụ", ""),
                            left("", ""),
                            left("Quý III/2026", "")
                        }),
                700,
                2800,
                2000,
                2155,
                1700);
        word.xml(left("", ""));
        word.paragraph("Đề nghị các cơ quan, đơn vị gửi báo cáo về Sở Nội vụ trước ngày 20/6/2026 để tổng hợp./.");
        return word.beside(List.<String[]>of(new String[] {
                    left("Nơi nhận:", "<w:b/><w:i/><w:sz w:val=\"24\"/>")
                            + left("- Như trên;", "<w:sz w:val=\"22\"/>")
                            + left("- Lưu: VT, CCHC.", "<w:sz w:val=\"22\"/>"),
                    centred("GIÁM ĐỐC", BOLD) + centred("", "") + centred("", "") + centred("Nguyễn Văn Mẫu", BOLD)
                }))
                .bytes();
    }
}

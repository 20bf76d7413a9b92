package vn.nhipcau.legaltext;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What looks wrong in a document itself. Each is a hint for the person who confirms, never a reason to refuse. */
final class DocumentChecks {
    private static final Pattern PERIOD =
            Pattern.compile("(tuần|tháng|quý) (?:thứ )?(?:0?(\\d{1,2})|(iv|iii|ii|i))(?!\\p{L}|\\d)");
    private static final Pattern ACCOUNT = Pattern.compile("tình hình|kết quả");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private DocumentChecks() {}

    /** @param pastLimits limits in the text that had passed when the document was issued */
    static List<String> of(Header header, List<Clause> clauses, List<LocalDate> pastLimits) {
        List<String> warnings = new ArrayList<>();
        if (header.type() == null) {
            warnings.add("Không thấy phần đầu của văn bản: thiếu số, ký hiệu và tên loại.");
            return warnings;
        }
        if (header.number() == null) {
            warnings.add("Văn bản không có số, ký hiệu.");
        } else if (!Character.isDigit(header.number().charAt(0))) {
            warnings.add("Văn bản chưa điền số (mới có ký hiệu " + header.number() + ").");
        }
        if (header.date() == null) {
            warnings.add("Văn bản không có ngày ban hành đầy đủ.");
        }
        if (header.signer() == null || header.signer().name() == null) {
            warnings.add("Không thấy tên người ký.");
        }
        for (LocalDate limit : pastLimits) {
            warnings.add("Thời hạn " + DAY.format(limit) + " sớm hơn ngày ban hành văn bản.");
        }
        String period = otherPeriod(header, clauses);
        if (period != null) {
            warnings.add(period);
        }
        return warnings;
    }

    /** A report titled “tuần 02” that tells of “tuần 04” in its first part. */
    private static @Nullable String otherPeriod(Header header, List<Clause> clauses) {
        if (header.type() != DocumentType.BAO_CAO || header.subject() == null) {
            return null;
        }
        Matcher titled = PERIOD.matcher(Folding.fold(header.subject()));
        if (!titled.find()) {
            return null;
        }
        for (Clause clause : clauses) {
            String folded = clause.body().folded();
            Matcher told = PERIOD.matcher(folded);
            if (clause.heading()
                    && ACCOUNT.matcher(folded).find()
                    && told.find()
                    && told.group(1).equals(titled.group(1))) {
                return told.group().equals(titled.group())
                        ? null
                        : "Kỳ báo cáo không khớp: tên văn bản ghi “" + titled.group() + "”, nội dung ghi “"
                                + told.group() + "”.";
            }
        }
        return null;
    }
}

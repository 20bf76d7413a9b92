package vn.nhipcau.publication;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import vn.nhipcau.web.Shell;

/** Texts that officers take over into their own letters; in Vietnamese only, as letters are. */
final class Wording {
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("H 'giờ' mm 'phút, ngày' dd/MM/yyyy");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    /** More names than these would make the sentence unreadable; the spreadsheet has them all. */
    private static final int MOST_NAMES = 25;

    private Wording() {}

    /** The paragraph for the report to the steering committee. */
    static String report(Campaign campaign, Map<String, Tally> blocks, List<Posting> postings, Instant now) {
        Tally all = Coverage.sum(blocks);
        StringBuilder text = new StringBuilder();
        text.append("Về việc đăng tải “")
                .append(campaign.title())
                .append("” (thời gian đăng từ ngày ")
                .append(DAY.format(campaign.fromOn()))
                .append(" đến hết ngày ")
                .append(DAY.format(campaign.untilOn()))
                .append("): tính đến ")
                .append(WHEN.format(LocalDateTime.ofInstant(now, Shell.ZONE)))
                .append(", có ")
                .append(all.full())
                .append("/")
                .append(all.total())
                .append(" đơn vị đã đăng đủ trên trang thông tin điện tử, đạt ")
                .append(all.share(all.full()))
                .append(".");
        if (blocks.size() > 1) {
            text.append(" Trong đó: ")
                    .append(blocks.entrySet().stream()
                            .map(block -> block.getKey() + " "
                                    + block.getValue().full() + "/"
                                    + block.getValue().total() + " ("
                                    + block.getValue().share(block.getValue().full()) + ")")
                            .collect(Collectors.joining("; ")))
                    .append(".");
        }
        List<String> rest = new ArrayList<>();
        for (Standing standing : Standing.values()) {
            if (standing != Standing.FULL && !standing.unknown() && all.of(standing) > 0) {
                rest.add(standing.vietnamese().toLowerCase(Locale.ROOT) + " " + all.of(standing) + " đơn vị ("
                        + names(standing, postings) + ")");
            }
        }
        if (!rest.isEmpty()) {
            text.append(" Còn lại: ").append(String.join("; ", rest)).append(".");
        }
        if (all.unknown() > 0) {
            text.append(" Chưa kiểm tra được ").append(all.unknown()).append(" đơn vị nên chưa có kết luận: ");
            List<String> unknown = new ArrayList<>();
            for (Standing standing : Standing.values()) {
                if (standing.unknown() && all.of(standing) > 0) {
                    unknown.add(standing.vietnamese().toLowerCase(Locale.ROOT) + " " + all.of(standing) + " ("
                            + names(standing, postings) + ")");
                }
            }
            text.append(String.join("; ", unknown)).append(".");
        }
        return text.toString();
    }

    private static String names(Standing standing, List<Posting> postings) {
        List<String> names = postings.stream()
                .filter(posting -> posting.standing() == standing)
                .map(Posting::unitName)
                .toList();
        return String.join(", ", names.subList(0, Math.min(MOST_NAMES, names.size())))
                + (names.size() > MOST_NAMES ? " và " + (names.size() - MOST_NAMES) + " đơn vị khác" : "");
    }

    /** The reminder to one unit. It says what was seen and when, never more. */
    static String reminder(Campaign campaign, Posting posting, Shell page) {
        String when = posting.auditedAt() == null ? "" : " lúc " + page.minute(posting.auditedAt());
        String what = switch (posting.standing()) {
            case REMOVED ->
                "Qua " + Standing.CONFIRMATIONS
                        + " lần kiểm tra cách nhau, không còn thấy văn bản đã đăng trước đây trên trang của đơn vị"
                        + (posting.fullLast() == null
                                ? ""
                                : " (lần cuối thấy đăng đủ: " + page.minute(posting.fullLast()) + ")")
                        + ". Đề nghị đơn vị đăng lại và giữ trên trang";
            case NOT_FOUND ->
                "Kiểm tra" + when
                        + " chưa thấy văn bản trên trang của đơn vị. Đề nghị đơn vị đăng tải và giữ trên trang";
            case NO_SITE ->
                "Danh bạ chưa có địa chỉ trang thông tin điện tử của đơn vị. Đề nghị đơn vị cung cấp địa chỉ, đăng tải và giữ"
                        + " văn bản trên trang";
            case OTHER_VERSION ->
                "Kiểm tra" + when
                        + " thấy trang của đơn vị đăng bản có nội dung khác với văn bản. Đề nghị đơn vị thay bằng"
                        + " đúng văn bản và giữ trên trang";
            case PARTIAL ->
                "Kiểm tra" + when + " thấy trang của đơn vị mới đăng một phần (" + posting.percent()
                        + ") nội dung văn bản. Đề nghị đơn vị đăng đủ và giữ trên trang";
            case LINK ->
                "Kiểm tra" + when
                        + " thấy trang của đơn vị chỉ dẫn liên kết tới nơi khác. Đề nghị đơn vị đăng đủ nội dung văn"
                        + " bản và giữ trên trang";
            case MISSED, UNREADABLE, UNREACHABLE, FORBIDDEN, UNCHECKED, FULL -> "Đề nghị đơn vị giữ văn bản trên trang";
        };
        return "Kính gửi: " + posting.unitName() + "\n\n" + campaign.ownerName() + " đang theo dõi việc đăng tải “"
                + campaign.title() + "”. " + what + " đến hết ngày " + DAY.format(campaign.untilOn())
                + ".\n\nNội dung cần đăng và ô báo địa chỉ bài đăng có tại mục “Đăng tải” của hệ thống Nhịp Cầu. Nếu đơn vị đã"
                + " đăng, đề nghị báo địa chỉ bài đăng để được kiểm tra lại ngay. Trân trọng./.";
    }

    /** To a unit whose site could not be looked at: asks for help and accuses of nothing. */
    static String askForHelp(Campaign campaign, Posting posting, Shell page) {
        String cause = switch (posting.standing()) {
            case FORBIDDEN -> "trang của đơn vị không cho phép kiểm tra tự động (robots.txt hoặc tường lửa)";
            case UNREADABLE -> "nội dung đăng trên trang của đơn vị là bản quét, hình ảnh hoặc tệp máy không đọc được";
            default -> "không truy cập được trang của đơn vị";
        };
        return "Kính gửi: " + posting.unitName() + "\n\nKhi kiểm tra việc đăng tải “" + campaign.title() + "”"
                + (posting.auditedAt() == null ? "" : " lúc " + page.minute(posting.auditedAt())) + ", " + cause
                + ", nên chưa có kết luận về đơn vị. Đề nghị đơn vị kiểm tra lại trang; nếu đã đăng, báo địa chỉ bài đăng tại mục"
                + " “Đăng tải” của hệ thống Nhịp Cầu. Trân trọng./.";
    }
}

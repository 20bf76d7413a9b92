package vn.nhipcau.crawl.audit;

import java.util.ArrayList;
import java.util.List;
import vn.nhipcau.crawl.fetch.Url;

/** Decides from what was seen, and from how the visits ended, what is said of a site. */
final class Judgement {
    private static final double LEAST_PART = 0.1;
    private static final int MOST_MISSING = 6;

    private final Inquiry inquiry;
    private final Clues clues;
    private final Finds finds;

    Judgement(Inquiry inquiry) {
        this.inquiry = inquiry;
        this.clues = inquiry.clues;
        this.finds = inquiry.clues.finds();
    }

    Ruling rule(Url home) {
        clues.hearSilence();
        double share = finds.share();
        if (finds.whole()) {
            int places = finds.best().size();
            return new Ruling(
                    Verdict.Kind.FULL,
                    "Đăng đủ nội dung văn bản" + (places > 1 ? " ở " + places + " địa chỉ" : "") + ".");
        }
        // What cannot be read weighs more than the little that can.
        boolean weak = !clues.unreadable().isEmpty() && share < 0.5;
        if (finds.otherVersion() && !weak) {
            return new Ruling(
                    Verdict.Kind.OTHER_VERSION,
                    "Bản đăng có " + finds.coverage().differences().size() + " chỗ khác với văn bản; phần giống chiếm "
                            + percent(share) + ".");
        }
        List<Clues.Pointer> alive =
                clues.pointers().stream().filter(Clues.Pointer::leadsToIt).toList();
        if (!weak && (share >= LEAST_PART || !finds.isEmpty() && alive.isEmpty())) {
            return new Ruling(
                    Verdict.Kind.PARTIAL, "Chỉ thấy " + percent(share) + " nội dung văn bản" + missing() + ".");
        }
        if (!clues.unreadable().isEmpty()) {
            return new Ruling(
                    Verdict.Kind.UNREADABLE,
                    "Có bài đăng về văn bản nhưng nội dung là bản quét, hình ảnh hoặc tệp không đọc được: "
                            + clues.unreadable().iterator().next() + ".");
        }
        if (!alive.isEmpty()) {
            return new Ruling(
                    Verdict.Kind.LINK,
                    "Trang chỉ dẫn liên kết tới nơi khác có văn bản: "
                            + alive.getFirst().to() + ".");
        }
        if (!clues.pointers().isEmpty()) {
            return new Ruling(
                    Verdict.Kind.LINK,
                    "Trang chỉ dẫn liên kết nhưng liên kết không mở được: "
                            + clues.pointers().getFirst().to() + ".");
        }
        return withoutTrace(home);
    }

    private String missing() {
        List<String> missing = finds.missing();
        return missing.isEmpty()
                ? ""
                : "; còn thiếu: " + String.join("; ", missing.subList(0, Math.min(MOST_MISSING, missing.size())))
                        + (missing.size() > MOST_MISSING ? "…" : "");
    }

    private Ruling withoutTrace(Url home) {
        Logbook log = inquiry.log;
        String blocked = log.firstBlocked();
        if (blocked != null && (log.answered() == 0 || log.isBlocked(home))) {
            return new Ruling(
                    Verdict.Kind.FORBIDDEN,
                    "Trang không cho phép kiểm tra tự động (robots.txt hoặc máy chủ từ chối): " + blocked + ".");
        }
        String failure = log.firstFailure();
        if (log.answered() == 0) {
            return new Ruling(
                    Verdict.Kind.UNREACHABLE,
                    "Không truy cập được trang: "
                            + (failure != null ? failure : "máy chủ trả lời " + log.outcome(home.toString())) + ".");
        }
        if (clues.isShell()) {
            return new Ruling(
                    Verdict.Kind.UNREADABLE,
                    "Trang chỉ hiện nội dung bằng JavaScript; chưa đọc được nếu không có trình duyệt.");
        }
        if (failure != null && (log.failures() * 4 > log.asked() || log.givesUp())) {
            return new Ruling(
                    Verdict.Kind.UNREACHABLE,
                    "Chưa kết luận được: " + log.failures() + "/" + log.asked() + " lần truy cập không thành công ("
                            + failure + ").");
        }
        if (blocked != null) {
            return new Ruling(
                    Verdict.Kind.FORBIDDEN,
                    "Chưa thấy ở phần được phép xem; phần có thể chứa văn bản bị chặn: " + blocked + ".");
        }
        return new Ruling(
                Verdict.Kind.NOT_FOUND,
                clues.about().isEmpty()
                        ? "Chưa thấy văn bản: " + howFar() + "."
                        : "Chỉ thấy bài nhắc đến văn bản, không có nội dung ("
                                + clues.about().iterator().next() + "); " + howFar() + ".");
    }

    private String howFar() {
        boolean spent = inquiry.visits.requests() >= inquiry.audit.settings().budget();
        List<String> parts = new ArrayList<>();
        if (inquiry.onlyNew) {
            parts.add("đã biết " + inquiry.before.size() + " trang từ các lần trước");
            parts.add("lần này hỏi lại " + inquiry.log.answered() + " trang");
        } else {
            parts.add("đã xem " + inquiry.log.answered() + " trang");
        }
        parts.add(spent ? "hết hạn mức, lần sau xem tiếp" : "hết các mục có khả năng");
        return String.join(", ", parts);
    }

    private static String percent(double share) {
        return Math.round(share * 100) + "%";
    }
}

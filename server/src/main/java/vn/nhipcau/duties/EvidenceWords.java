package vn.nhipcau.duties;

import vn.nhipcau.legaltext.EvidenceKind;
import vn.nhipcau.web.Language;

/** Names of the kinds of evidence on the screens. */
final class EvidenceWords {
    private EvidenceWords() {}

    static String of(EvidenceKind kind, Language language) {
        return switch (kind) {
            case REPORT -> language.t("Báo cáo", "Report");
            case PUBLICATION -> language.t("Đăng tải, công khai", "Publication");
            case OPINIONS -> language.t("Tổng hợp ý kiến", "Collected opinions");
            case PLAN -> language.t("Kế hoạch, văn bản triển khai", "Plan");
            case ARTICLE -> language.t("Tin, bài", "Article");
            case CONTEST -> language.t("Hội thi, bài dự thi", "Contest entry");
            case ANSWER -> language.t("Văn bản trả lời", "Answer");
            case INSPECTION -> language.t("Kết quả kiểm tra", "Inspection record");
            case OTHER -> language.t("Minh chứng khác", "Other");
        };
    }
}

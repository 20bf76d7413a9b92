package vn.nhipcau.consultation;

/** Why an opinion may be hidden from the public; there are no others. */
enum HidingGround {
    PERSONAL_DATA("Lộ thông tin cá nhân của người khác hoặc của chính người viết", "Shows personal data"),
    DEFAMATION("Xúc phạm danh dự, nhân phẩm", "Defames somebody"),
    STATE_SECRET("Có thông tin thuộc bí mật nhà nước", "Holds a State secret"),
    UNLAWFUL("Có nội dung pháp luật cấm", "Holds what the law forbids"),
    COMPLAINT("Là đơn khiếu nại, tố cáo: chuyển giải quyết theo luật riêng", "Is a complaint or denunciation"),
    ADVERTISING("Quảng cáo, nội dung không liên quan đến dự thảo", "Advertising, nothing about the draft");

    private final String vietnamese;
    private final String english;

    HidingGround(String vietnamese, String english) {
        this.vietnamese = vietnamese;
        this.english = english;
    }

    String vietnamese() {
        return vietnamese;
    }

    String english() {
        return english;
    }
}

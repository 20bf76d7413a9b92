package vn.nhipcau.legaltext;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a document says of itself. What is not printed is null or empty.
 *
 * @param number số, ký hiệu as printed, without “Số:”; a draft's blank number keeps its symbol ({@code /KH-MTTQ})
 * @param issuer the issuing body with the place that tells it from others, where the header gives it
 * @param subject trích yếu, without “V/v”, on one line
 * @param addressees “Kính gửi”
 * @param recipients “Nơi nhận”
 * @param urgency hỏa tốc, thượng khẩn or khẩn, as printed
 * @param spans where each field stands, by its name in the JSON form ({@code abstract} for the subject)
 */
public record Header(
        @Nullable String number,
        @Nullable DocumentType type,
        @Nullable LocalDate date,
        @Nullable String place,
        @Nullable String issuer,
        @Nullable String subject,
        List<String> addressees,
        List<String> recipients,
        @Nullable Signer signer,
        @Nullable String urgency,
        Map<String, Span> spans) {

    /**
     * @param title as printed, without the line of capacity
     * @param capacity {@code TM.}, {@code KT.}, {@code TL.}, {@code TUQ.} with what follows, as printed
     */
    public record Signer(
            @Nullable String name,
            @Nullable String title,
            @Nullable String capacity) {}
}

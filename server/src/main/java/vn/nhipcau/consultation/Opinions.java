package vn.nhipcau.consultation;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.nhipcau.ledger.Entry;
import vn.nhipcau.ledger.EntryType;
import vn.nhipcau.ledger.Hash;
import vn.nhipcau.ledger.Opinion;
import vn.nhipcau.ledger.ReceiptCode;
import vn.nhipcau.records.Logs;
import vn.nhipcau.web.Refusal;

/** Takes opinions in, by whatever channel, and gives receipts for them. */
@Service
public class Opinions {
    /** Characters; some 40 pages. */
    static final int LONGEST_TEXT = 100_000;

    private static final int LONGEST_KEY = 200;

    /** @param again whether the opinion had been taken in before: a retry */
    public record Accepted(Receipt receipt, boolean again) {}

    private final Consultations consultations;
    private final ReceiptCodes codes;
    private final Intake intake;
    private final Logs logs;
    private final JdbcClient jdbc;

    Opinions(Consultations consultations, ReceiptCodes codes, Intake intake, Logs logs, JdbcClient jdbc) {
        this.consultations = consultations;
        this.codes = codes;
        this.intake = intake;
        this.logs = logs;
        this.jdbc = jdbc;
    }

    /**
     * Returns when the opinion is durable, alone or with others that came at the same time. The same key again gives the same
     * receipt and no second opinion, on any server. Not to be called inside a transaction: the opinion has its own.
     */
    public Accepted accept(NewOpinion opinion, Instant now) {
        Consultations.Standing standing = consultations.standing(opinion.consultation());
        Consultation consultation = standing.consultation();
        Integer clause = check(opinion, standing);
        ReceiptCode code = codes.of(consultation.slug(), opinion.idempotencyKey());
        if (!consultation.takesOpinions(now)) {
            return new Accepted(same(opinion, code).orElseThrow(Opinions::closed), true);
        }
        Intake.Waiting waiting = new Intake.Waiting(consultation, opinion, code, clause, now);
        Intake.Written written = intake.write(waiting);
        return switch (written) {
            case Intake.Fresh fresh ->
                new Accepted(
                        new Receipt(
                                code,
                                waiting.salt,
                                consultation.log(),
                                fresh.entry(),
                                fresh.leaf(),
                                fresh.acceptedAt(),
                                fresh.signature(),
                                consultation.slug(),
                                opinion.clause(),
                                opinion.channel(),
                                opinion.stance(),
                                opinion.attachment()),
                        false);
            case Intake.Known known -> new Accepted(same(opinion, code).orElseThrow(), true);
        };
    }

    private static @Nullable Integer check(NewOpinion opinion, Consultations.Standing standing) {
        Integer clause = opinion.clause() == null ? null : standing.clauses().get(opinion.clause());
        if (opinion.clause() != null && clause == null) {
            throw Refusal.invalid(
                    "CLAUSE_UNKNOWN",
                    "Dự thảo không có điều khoản này. Hãy lấy lại danh sách điều khoản, hoặc để trống để góp ý cả dự thảo.",
                    "The draft has no such clause. Fetch the clauses again, or leave it empty to speak about the whole.");
        }
        if (!standing.channels().contains(opinion.channel())) {
            throw Refusal.conflict(
                    "CHANNEL_CLOSED",
                    "Đợt lấy ý kiến này không nhận ý kiến qua kênh này.",
                    "This consultation does not take opinions by this channel.");
        }
        if (opinion.idempotencyKey().isEmpty() || opinion.idempotencyKey().length() > LONGEST_KEY) {
            throw Refusal.invalid(
                    "IDEMPOTENCY_KEY_MISSING",
                    "Cần idempotencyKey, từ 1 đến 200 ký tự, do thiết bị của người góp ý tự tạo (ví dụ UUID).",
                    "An idempotencyKey of 1 to 200 characters is needed, drawn by the giver's device (a UUID for example).");
        }
        checkText(opinion);
        return clause;
    }

    private static void checkText(NewOpinion opinion) {
        String text = opinion.text();
        boolean wordless = opinion.stance() == Stance.AGREE || opinion.stance() == Stance.DISAGREE;
        if (text.isBlank() && !wordless && opinion.attachment() == null) {
            throw Refusal.invalid(
                    "TEXT_MISSING",
                    "Hãy viết nội dung góp ý: chỉ “đồng ý” hoặc “không đồng ý” mới có thể để trống.",
                    "Write the opinion: only “agree” and “disagree” may go without words.");
        }
        if (text.length() > LONGEST_TEXT) {
            throw tooLong();
        }
        if (!storable(text) || !storable(opinion.idempotencyKey())) {
            throw Refusal.invalid(
                    "TEXT_NOT_UNICODE",
                    "Nội dung chứa ký tự không hợp lệ (ký tự rỗng hoặc nửa cặp thay thế). Hãy bỏ ký tự đó.",
                    "The text holds a character that is none (NUL or half of a surrogate pair). Leave it out.");
        }
    }

    /** What UTF-8 and PostgreSQL can hold: the commitment must cover exactly what is stored. */
    private static boolean storable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                return false;
            }
            if (Character.isSurrogate(c)) {
                boolean pair = Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!pair) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    static Refusal tooLong() {
        return new Refusal(
                HttpStatus.CONTENT_TOO_LARGE,
                "TEXT_TOO_LONG",
                "Nội dung quá dài: tối đa 100.000 ký tự. Hãy chia thành nhiều ý kiến theo điều khoản.",
                "The text is too long: 100,000 characters at most. Split it by clauses.");
    }

    static Refusal closed() {
        return Refusal.conflict(
                "CONSULTATION_NOT_OPEN",
                "Đợt lấy ý kiến chưa mở hoặc đã kết thúc: ý kiến không được nhận. Hãy xem thời gian trên trang của đợt.",
                "The consultation is not open yet or over: the opinion was not taken. See its page for the times.");
    }

    /** The receipt given before, if the opinion is the same. */
    private Optional<Receipt> same(NewOpinion opinion, ReceiptCode code) {
        Optional<Receipt> before = receipt(code);
        before.ifPresent(receipt -> {
            Hash again = new Entry(
                            EntryType.OPINION,
                            Instant.parse(receipt.acceptedAt()),
                            Receipt.committed(opinion).commitment(code.salt()))
                    .leaf();
            if (!again.equals(receipt.leaf())) {
                throw Refusal.invalid(
                        "IDEMPOTENCY_KEY_REUSED",
                        "idempotencyKey này đã dùng cho một ý kiến khác. Ý kiến mới cần khóa mới.",
                        "This idempotencyKey was used for another opinion. A new opinion needs a new key.");
            }
        });
        return before;
    }

    /** The receipt that was given, the same bytes again. Whoever has the code may see it. */
    public Optional<Receipt> receipt(ReceiptCode code) {
        record Row(
                String slug,
                long entry,
                String clause,
                int channel,
                int stance,
                Instant at,
                byte[] attachment,
                String text) {}
        return jdbc.sql("""
                        SELECT k.slug, o.*, c.anchor FROM consultation.opinion o
                            JOIN consultation.consultation k ON k.id = o.consultation
                            LEFT JOIN consultation.clause c ON c.id = o.clause
                        WHERE o.code = ?
                        """)
                .param(ReceiptCodes.uuid(code))
                .query((row, number) -> new Row(
                        row.getString("slug"),
                        row.getLong("entry"),
                        row.getString("anchor"),
                        row.getInt("channel"),
                        row.getInt("stance"),
                        row.getTimestamp("accepted_at").toInstant(),
                        row.getBytes("attachment"),
                        row.getString("text")))
                .optional()
                .map(row -> {
                    Consultation consultation =
                            consultations.standing(row.slug()).consultation();
                    Channel channel = Channel.ofCode(row.channel());
                    Stance stance = Stance.ofCode(row.stance());
                    Hash attachment = row.attachment() == null ? null : Hash.wrap(row.attachment());
                    Opinion committed = new Opinion(
                            row.slug(),
                            row.clause() == null ? "" : row.clause(),
                            channel.word(),
                            stance.word(),
                            row.text(),
                            attachment == null ? Opinion.NO_ATTACHMENT : attachment);
                    return new Receipt(
                            code,
                            code.salt(),
                            consultation.log(),
                            row.entry(),
                            new Entry(EntryType.OPINION, row.at(), committed.commitment(code.salt())).leaf(),
                            row.at().toString(),
                            logs.acceptance(consultation.log(), row.entry()),
                            row.slug(),
                            row.clause(),
                            channel,
                            stance,
                            attachment);
                });
    }
}

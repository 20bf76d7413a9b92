package vn.nhipcau.ledger;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import vn.nhipcau.ledger.Report.Stop;
import vn.nhipcau.ledger.Report.Verdict;

/** Checks one receipt: its text, the promise made with it, its place in the log. */
final class ReceiptCheck {
    /** After it, a leaf that was promised and is not in the log is a broken promise; the server needs seconds. */
    private static final Duration LONGEST_DELAY = Duration.ofDays(1);

    private final Report report;
    private final Policy policy;
    private final Receipt receipt;
    private final LogCheck logCheck;

    ReceiptCheck(Report report, Policy policy, Receipt receipt) {
        this.report = report;
        this.policy = policy;
        this.receipt = receipt;
        this.logCheck = new LogCheck(report, policy);
        report.good(
                "Biên nhận " + receipt.id() + ", nhận lúc " + Report.local(receipt.acceptedAt()) + ", sổ "
                        + receipt.origin(),
                "Receipt " + receipt.id() + ", accepted at " + receipt.acceptedAt() + ", log " + receipt.origin());
    }

    void text(String text) {
        // A form ends its lines with CR LF, an editor often with LF, and after the last one as well.
        String lines = text.replace("\r\n", "\n");
        boolean same = Stream.of(lines, lines.replaceFirst("\n\\z", ""))
                .flatMap(spelling -> Stream.of(spelling, spelling.replace("\n", "\r\n")))
                .anyMatch(spelling -> receipt.leaf(spelling).equals(receipt.leaf()));
        if (!same) {
            throw new Stop(
                    Verdict.REFUTED,
                    "Nội dung trong tệp không phải là nội dung đã được nhận (hoặc biên nhận đã bị sửa).",
                    "The text in the file is not the text that was accepted (or the receipt was altered).");
        }
        report.good("Nội dung đúng nguyên văn đã nộp.", "The text is exactly what was handed in.");
    }

    /** Whether the log promised with its signature to take the opinion in. */
    boolean promise() {
        Optional<String> line = receipt.optional("signature");
        if (line.isEmpty()) {
            report.caution("Biên nhận không có chữ ký lúc nhận.", "The receipt has no signature of acceptance.");
            return false;
        }
        Acceptance acceptance = Acceptance.parse(receipt.origin(), line.get());
        if (policy.logs(receipt.origin()).stream().noneMatch(key -> acceptance.shows(receipt.promise(), key))) {
            throw new Stop(
                    Verdict.REFUTED,
                    "Chữ ký lúc nhận không phải của sổ này, hoặc biên nhận đã bị sửa.",
                    "The signature of acceptance is not by this log, or the receipt was altered.");
        }
        report.good("Cơ quan quản lý sổ đã ký nhận.", "The keeper of the log signed that it accepted this.");
        return true;
    }

    void place(Optional<LogReader> log, boolean promised, Instant now) throws IOException {
        if (receipt.proof().isPresent()) {
            LogProof proof = receipt.proof().get();
            included(proof);
            if (log.isPresent()) {
                Checkpoint current = log.get().checkpoint();
                logCheck.signed(current);
                logCheck.onlyAppended(proof.checkpoint(), current, log.get());
            }
        } else if (log.isPresent()) {
            included(find(log.get(), promised, now));
        } else {
            throw new Stop(
                    Verdict.UNDECIDED,
                    "Biên nhận chưa kèm bằng chứng: hãy thêm --log với địa chỉ hoặc thư mục của sổ.",
                    "The receipt carries no proof: add --log with the address or folder of the log.");
        }
    }

    private LogProof find(LogReader log, boolean promised, Instant now) throws IOException {
        Checkpoint checkpoint = log.checkpoint();
        long size = checkpoint.head().size();
        Optional<Long> index = receipt.index();
        if (index.isEmpty()) {
            index = search(log.tree(size), size);
        }
        if (index.isPresent() && index.get() < size) {
            return LogProof.of(log, checkpoint, index.get(), Optional.empty());
        }
        if (promised && receipt.acceptedAt().plus(LONGEST_DELAY).isBefore(now)) {
            throw new Stop(
                    Verdict.REFUTED,
                    "Đã ký nhận từ hơn một ngày trước nhưng không ghi vào sổ: hãy giữ biên nhận này làm bằng chứng.",
                    "Accepted with a signature more than a day ago, yet not in the log: keep this as evidence.");
        }
        throw new Stop(
                Verdict.UNDECIDED,
                "Chưa thấy trong sổ (" + size + " mục): hãy kiểm tra lại sau ít phút.",
                "Not in the log of " + size + " entries yet: try again in some minutes.");
    }

    /** From the end: a receipt without an index is mostly a recent one. */
    private Optional<Long> search(Tree tree, long size) throws IOException {
        Hash leaf = receipt.leaf();
        for (long index = size - 1; index >= 0; index--) {
            if (tree.leaf(index).equals(leaf)) {
                return Optional.of(index);
            }
        }
        return Optional.empty();
    }

    private void included(LogProof proof) {
        Checkpoint checkpoint = proof.checkpoint();
        if (!checkpoint.origin().equals(receipt.origin())
                || receipt.index().filter(index -> index != proof.index()).isPresent()) {
            throw new Stop(
                    Verdict.REFUTED,
                    "Biên nhận thuộc sổ " + receipt.origin() + ", bằng chứng lại nói về sổ hoặc vị trí khác.",
                    "The receipt is for the log " + receipt.origin() + ", the proof for another log or place.");
        }
        logCheck.signed(checkpoint);
        if (!proof.proves(receipt.leaf())) {
            throw new Stop(
                    Verdict.REFUTED,
                    "Ở vị trí " + proof.index() + " sổ không có ý kiến này.",
                    "This opinion is not in the log at place " + proof.index() + ".");
        }
        long size = checkpoint.head().size();
        report.good(
                "Ý kiến có trong sổ, không thay đổi, ở vị trí " + proof.index() + " (đếm từ 0) trên " + size + " mục.",
                "The opinion is in the log, unchanged, at place " + proof.index() + " (from 0) of " + size
                        + " entries.");
    }
}

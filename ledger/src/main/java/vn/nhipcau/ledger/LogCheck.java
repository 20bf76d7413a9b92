package vn.nhipcau.ledger;

import java.io.IOException;
import vn.nhipcau.ledger.Report.Stop;
import vn.nhipcau.ledger.Report.Verdict;

/** Checks a log: who signed it, that it was only appended to, that its files give the signed root. */
final class LogCheck {
    private final Report report;
    private final Policy policy;

    LogCheck(Report report, Policy policy) {
        this.report = report;
        this.policy = policy;
    }

    void signed(Checkpoint checkpoint) {
        long size = checkpoint.head().size();
        try {
            policy.check(checkpoint)
                    .forEach((witness, time) -> report.good(
                            "Người chứng " + witness + " đã ký mốc này lúc " + Report.local(time) + ".",
                            "Witness " + witness + " cosigned this checkpoint at " + time + "."));
        } catch (IllegalArgumentException e) {
            throw new Stop(
                    Verdict.REFUTED,
                    "Mốc " + size + " mục của sổ không có đủ chữ ký hợp lệ.",
                    "The checkpoint of " + size + " entries lacks valid signatures: " + e.getMessage());
        }
        report.good(
                "Chữ ký trên mốc " + size + " mục hợp lệ.",
                "The signatures on the checkpoint of " + size + " entries are valid.");
    }

    void onlyAppended(Checkpoint older, Checkpoint newer, LogReader log) throws IOException {
        long oldSize = older.head().size();
        long newSize = newer.head().size();
        if (oldSize > newSize) {
            throw new Stop(
                    Verdict.REFUTED,
                    "Sổ ngắn lại: mốc trước có " + oldSize + " mục, mốc sau có " + newSize + ".",
                    "The log became shorter: " + oldSize + " entries before, " + newSize + " after.");
        }
        boolean kept = oldSize == 0
                ? older.head().equals(TreeHead.EMPTY)
                : newer.head().follows(older.head(), log.tree(newSize).consistency(oldSize));
        if (!kept || !older.origin().equals(newer.origin())) {
            throw new Stop(
                    Verdict.REFUTED,
                    "Sổ đã bị viết lại: mốc sau không chứa mốc trước. Hãy giữ cả hai mốc làm bằng chứng.",
                    "The log was rewritten: the newer checkpoint does not contain the older. Keep both as evidence.");
        }
        report.good(
                "Từ " + oldSize + " đến " + newSize + " mục, sổ chỉ được ghi thêm, không có gì bị sửa.",
                "From " + oldSize + " to " + newSize + " entries the log was only appended to; nothing was rewritten.");
    }

    void recompute(LogReader log, Checkpoint checkpoint) throws IOException {
        signed(checkpoint);
        Tally tally = new Tally();
        TreeHead found = new Audit(log, checkpoint.head().size()).from(0, tally);
        if (!found.equals(checkpoint.head())) {
            throw new CorruptLog(
                    "the entries and tiles give the root " + found.root() + ", which is not the signed one");
        }
        report.good(
                "Đã tính lại toàn bộ sổ " + checkpoint.origin() + ": " + found.size() + " mục, mã gốc " + found.root(),
                "Recomputed the whole log: " + found.size() + " entries, root " + found.root());
        tally.print(report);
    }
}

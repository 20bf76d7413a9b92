package vn.nhipcau.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.nhipcau.ledger.Report.Stop;
import vn.nhipcau.ledger.Report.Verdict;

/** The command line of the verifier. Trusts nothing it reads but the keys that its user gave it. */
public final class Verify {
    private static final String USAGE = """
            Kiểm tra biên nhận và sổ ghi ý kiến / Checks receipts and the log of opinions

              java -jar verify.jar receipt.json|receipt.tlog-proof [--log URL|DIR] [--text FILE] [--policy FILE]
              java -jar verify.jar log URL|DIR [--policy FILE]
              java -jar verify.jar --consistency OLD.checkpoint NEW.checkpoint --log URL|DIR [--policy FILE]

              --text FILE      đúng nguyên văn ý kiến đã nộp, UTF-8 / the exact text that was handed in, UTF-8
              --policy FILE    khóa của sổ và của người chứng (C2SP tlog-policy) / keys of log and witnesses
              --patience S     số giây tối đa để đọc qua mạng, mặc định 120 / most seconds for reading from the web

            Mã trả về / exit codes: 0 đúng / verified, 1 sai / refuted, 2 tệp hay tham số sai / unusable input,
            3 chưa kết luận / undecided (chưa vào sổ, không đọc được / not in the log yet, unreadable)
            """;
    private static final int LARGEST_FILE = 1 << 24;
    /** A receipt is overdue if its leaf is not in the log a day after its acceptance; the server needs seconds. */
    private static final Duration LONGEST_DELAY = Duration.ofDays(1);

    private final Report report;
    private final Instant now;
    private final List<String> words = new ArrayList<>();
    private final Map<String, String> options = new HashMap<>();

    Verify(PrintStream out, Instant now) {
        this.report = new Report(out);
        this.now = now;
    }

    public static void main(String[] args) {
        // Vietnamese comes out whole even where the locale of the terminal is not set.
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8);
        if (args.length == 0) {
            out.print(USAGE);
            System.exit(Verdict.UNUSABLE.exitCode());
        }
        System.exit(new Verify(out, Instant.now()).run(args));
    }

    int run(String... args) {
        try {
            return report.verdict(check(args));
        } catch (Stop stop) {
            return report.verdict(report.stopped(stop));
        }
    }

    private Verdict check(String... args) {
        try {
            read(args);
            if (options.containsKey("--consistency") && words.size() == 1) {
                consistency(Path.of(options.get("--consistency")), Path.of(words.get(0)));
            } else if (words.size() == 2 && words.get(0).equals("log")) {
                audit(reader(words.get(1)));
            } else if (words.size() == 1) {
                receipt(Receipt.parse(Canonical.utf8(file(Path.of(words.get(0))))));
            } else {
                throw new Stop(Verdict.UNUSABLE, "Tham số chưa đúng.\n" + USAGE, "The arguments are not right.");
            }
            return Verdict.VERIFIED;
        } catch (CorruptLog e) {
            throw new Stop(
                    Verdict.REFUTED,
                    "Các tệp của sổ mâu thuẫn với nhau: sổ đã bị sửa hoặc hỏng.",
                    "The files of the log contradict each other: " + e.getMessage());
        } catch (IOException e) {
            throw new Stop(Verdict.UNDECIDED, "Không đọc được dữ liệu cần thiết.", "Cannot read what is needed: " + e);
        } catch (IllegalArgumentException e) {
            throw new Stop(Verdict.UNUSABLE, "Tệp hoặc tham số sai định dạng.", "Malformed: " + e.getMessage());
        }
    }

    private void read(String... args) {
        Set<String> known = Set.of("--log", "--text", "--policy", "--consistency", "--patience");
        for (int i = 0; i < args.length; i++) {
            if (!args[i].startsWith("--")) {
                words.add(args[i]);
            } else if (known.contains(args[i]) && i + 1 < args.length) {
                options.put(args[i], args[++i]);
            } else {
                throw new IllegalArgumentException("option " + args[i]);
            }
        }
    }

    private void receipt(Receipt receipt) throws IOException {
        report.good(
                "Biên nhận " + receipt.id() + ", nhận lúc " + receipt.acceptedAt() + " (giờ UTC), sổ "
                        + receipt.origin(),
                "Receipt " + receipt.id() + ", accepted at " + receipt.acceptedAt() + ", log " + receipt.origin());
        text(receipt);
        Optional<LogReader> log = Optional.ofNullable(options.get("--log")).map(this::reader);
        Policy policy = policy(receipt.optional("key").map(VerifierKey::parse), log);
        boolean promised = promise(receipt, policy);
        if (receipt.proof().isPresent()) {
            LogProof proof = receipt.proof().get();
            included(receipt, proof, policy);
            if (log.isPresent()) {
                Checkpoint current = log.get().checkpoint();
                trusted(current, policy);
                consistent(proof.checkpoint(), current, log.get());
            }
        } else if (log.isPresent()) {
            included(receipt, find(receipt, log.get(), promised), policy);
        } else {
            throw new Stop(
                    Verdict.UNDECIDED,
                    "Biên nhận chưa kèm bằng chứng: hãy thêm --log với địa chỉ hoặc thư mục của sổ.",
                    "The receipt carries no proof: add --log with the address or folder of the log.");
        }
    }

    private void text(Receipt receipt) throws IOException {
        if (!options.containsKey("--text")) {
            report.caution(
                    "Chưa đối chiếu nội dung: thêm --text với tệp chứa đúng nguyên văn ý kiến.",
                    "The text was not compared: add --text with a file that holds the exact text.");
            return;
        }
        String text = Canonical.utf8(file(Path.of(options.get("--text"))));
        // Most editors end a file with a line break that was not in the form.
        boolean same = Stream.of(text, text.replaceFirst("\r?\n\\z", ""))
                .anyMatch(spelling -> receipt.leaf(spelling).equals(receipt.leaf()));
        if (!same) {
            throw new Stop(
                    Verdict.REFUTED,
                    "Nội dung trong tệp không phải là nội dung đã được nhận (hoặc biên nhận đã bị sửa).",
                    "The text in the file is not the text that was accepted (or the receipt was altered).");
        }
        report.good("Nội dung đúng nguyên văn đã nộp.", "The text is exactly what was handed in.");
    }

    private boolean promise(Receipt receipt, Policy policy) {
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

    private LogProof find(Receipt receipt, LogReader log, boolean promised) throws IOException {
        Checkpoint checkpoint = log.checkpoint();
        long size = checkpoint.head().size();
        Optional<Long> index = receipt.index();
        if (index.isEmpty()) {
            index = search(receipt.leaf(), log.tree(size), size);
        }
        if (index.isPresent() && index.get() < size) {
            return LogProof.of(log, checkpoint, index.get(), Optional.empty());
        }
        boolean overdue = promised && receipt.acceptedAt().plus(LONGEST_DELAY).isBefore(now);
        throw new Stop(
                overdue ? Verdict.REFUTED : Verdict.UNDECIDED,
                overdue
                        ? "Sổ đã ký nhận từ hơn một ngày trước nhưng không ghi: hãy giữ biên nhận này làm bằng chứng."
                        : "Chưa thấy trong sổ (" + size + " mục): hãy kiểm tra lại sau ít phút.",
                overdue
                        ? "Accepted with a signature more than a day ago, yet not in the log: keep this as evidence."
                        : "Not in the log of " + size + " entries yet: try again in some minutes.");
    }

    /** From the end: a receipt without an index is mostly a recent one. */
    private static Optional<Long> search(Hash leaf, Tree tree, long size) throws IOException {
        for (long index = size - 1; index >= 0; index--) {
            if (tree.leaf(index).equals(leaf)) {
                return Optional.of(index);
            }
        }
        return Optional.empty();
    }

    private void included(Receipt receipt, LogProof proof, Policy policy) {
        Checkpoint checkpoint = proof.checkpoint();
        if (!checkpoint.origin().equals(receipt.origin())
                || receipt.index().filter(index -> index != proof.index()).isPresent()) {
            throw new Stop(
                    Verdict.REFUTED,
                    "Biên nhận thuộc sổ " + receipt.origin() + ", bằng chứng lại nói về sổ hoặc vị trí khác.",
                    "The receipt is for the log " + receipt.origin() + ", the proof for another log or place.");
        }
        trusted(checkpoint, policy);
        if (!proof.proves(receipt.leaf())) {
            throw new Stop(
                    Verdict.REFUTED,
                    "Ở vị trí " + proof.index() + " sổ không có ý kiến này.",
                    "This opinion is not in the log at place " + proof.index() + ".");
        }
        report.good(
                "Ý kiến có trong sổ, vị trí " + proof.index() + " trên "
                        + checkpoint.head().size() + " mục, không thay đổi.",
                "The opinion is in the log, unchanged, at place " + proof.index() + " of "
                        + checkpoint.head().size() + " entries.");
    }

    private void trusted(Checkpoint checkpoint, Policy policy) {
        try {
            policy.check(checkpoint)
                    .forEach((witness, time) -> report.good(
                            "Người chứng " + witness + " đã ký lúc " + time + " (giờ UTC).",
                            "Witness " + witness + " cosigned at " + time + "."));
        } catch (IllegalArgumentException e) {
            throw new Stop(
                    Verdict.REFUTED,
                    "Mốc của sổ không có đủ chữ ký hợp lệ.",
                    "The checkpoint lacks valid signatures: " + e.getMessage());
        }
        report.good(
                "Chữ ký trên mốc " + checkpoint.head().size() + " mục hợp lệ.",
                "The signatures on the checkpoint of " + checkpoint.head().size() + " entries are valid.");
    }

    private void consistency(Path oldFile, Path newFile) throws IOException {
        if (!options.containsKey("--log")) {
            throw new IllegalArgumentException("--consistency needs --log");
        }
        LogReader log = reader(options.get("--log"));
        Checkpoint older = Checkpoint.parse(file(oldFile));
        Checkpoint newer = Checkpoint.parse(file(newFile));
        Policy policy = policy(Optional.empty(), Optional.of(log));
        trusted(older, policy);
        trusted(newer, policy);
        consistent(older, newer, log);
    }

    private void consistent(Checkpoint older, Checkpoint newer, LogReader log) throws IOException {
        long oldSize = older.head().size();
        long newSize = newer.head().size();
        boolean kept = older.origin().equals(newer.origin());
        if (kept && oldSize > newSize) {
            throw new Stop(
                    Verdict.REFUTED,
                    "Sổ ngắn lại: trước có " + oldSize + " mục, nay " + newSize + ".",
                    "The log became shorter: " + oldSize + " entries before, now " + newSize + ".");
        } else if (kept && oldSize == 0) {
            kept = older.head().equals(TreeHead.EMPTY);
        } else if (kept) {
            List<Hash> proof = log.tree(newSize).consistency(oldSize);
            kept = newer.head().follows(older.head(), proof);
        }
        if (!kept) {
            throw new Stop(
                    Verdict.REFUTED,
                    "Sổ đã bị viết lại: mốc mới không chứa mốc cũ. Hãy giữ cả hai mốc làm bằng chứng.",
                    "The log was rewritten: the new checkpoint does not contain the old. Keep both as evidence.");
        }
        report.good(
                "Từ " + oldSize + " đến " + newSize + " mục, sổ chỉ được ghi thêm, không có gì bị sửa.",
                "From " + oldSize + " to " + newSize + " entries the log was only appended to; nothing was rewritten.");
    }

    private void audit(LogReader log) throws IOException {
        Checkpoint checkpoint = log.checkpoint();
        trusted(checkpoint, policy(Optional.empty(), Optional.of(log)));
        Tally tally = new Tally();
        TreeHead found = new Audit(log, checkpoint.head().size()).from(0, tally);
        if (!found.equals(checkpoint.head())) {
            throw new Stop(
                    Verdict.REFUTED,
                    "Các mục và mảnh của sổ không cho ra mã gốc đã ký.",
                    "The entries and tiles do not give the signed root: " + found);
        }
        report.good(
                "Đã tính lại toàn bộ sổ " + checkpoint.origin() + ": " + found.size() + " mục, mã gốc " + found.root(),
                "Recomputed the whole log " + checkpoint.origin() + ": " + found.size() + " entries, root "
                        + found.root());
        tally.print(report);
    }

    private LogReader reader(String place) {
        long patience = Canonical.decimal(options.getOrDefault("--patience", "120"));
        return new LogReader(LogFiles.at(place, Duration.ofSeconds(patience)));
    }

    private Policy policy(Optional<VerifierKey> ofReceipt, Optional<LogReader> log) throws IOException {
        if (options.containsKey("--policy")) {
            return Policy.parse(Canonical.utf8(file(Path.of(options.get("--policy")))));
        }
        if (ofReceipt.isPresent()) {
            report.caution(
                    "Dùng khóa ghi trong biên nhận: hãy so với khóa đã công bố, hoặc thêm --policy. " + ofReceipt.get(),
                    "Using the key in the receipt: compare it with the published one, or add --policy.");
            return Policy.of(ofReceipt.get());
        }
        Optional<VerifierKey> claimed = log.isPresent() ? log.get().claimedKey() : Optional.empty();
        VerifierKey key = claimed.orElseThrow(() -> new Stop(
                Verdict.UNUSABLE,
                "Không có khóa nào để kiểm chữ ký: hãy thêm --policy.",
                "There is no key to check signatures with: add --policy."));
        report.caution(
                "Dùng khóa do chính sổ đưa ra: hãy so với khóa đã công bố, hoặc thêm --policy. " + key,
                "Using the key that the log itself names: compare it with the published one, or add --policy.");
        return Policy.of(key);
    }

    private static byte[] file(Path path) throws IOException {
        if (Files.size(path) > LARGEST_FILE) {
            throw new IllegalArgumentException(path + " is too large");
        }
        return Files.readAllBytes(path);
    }
}

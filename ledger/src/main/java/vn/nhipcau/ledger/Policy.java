package vn.nhipcau.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Whom to believe: the logs, the witnesses, and how many of them must have cosigned (C2SP tlog-policy). */
public final class Policy {
    private final List<VerifierKey> logs = new ArrayList<>();
    private final Map<String, VerifierKey> witnesses = new LinkedHashMap<>();
    private final Map<String, Predicate<Set<VerifierKey>>> rules = new HashMap<>(Map.of("none", cosigners -> true));
    private final Set<String> grouped = new HashSet<>(Set.of("none"));
    private Predicate<Set<VerifierKey>> quorum;

    private Policy() {}

    /** One log, no witness. */
    public static Policy of(VerifierKey log) {
        return parse("log " + log + "\nquorum none\n");
    }

    public static Policy parse(String text) {
        Policy policy = new Policy();
        if (text.chars().anyMatch(c -> c < ' ' && c != '\t' && c != '\n' || c == 0x7F)) {
            throw new IllegalArgumentException("control characters in the policy");
        }
        for (String line : text.split("\n")) {
            String content = line.replaceAll("^[ \t]+|[ \t]+$", "");
            if (!content.isEmpty() && !content.startsWith("#")) {
                policy.add(content, content.split("[ \t]+"));
            }
        }
        if (policy.quorum == null) {
            throw new IllegalArgumentException("the policy names no quorum");
        }
        return policy;
    }

    private void add(String line, String[] words) {
        int count = words.length;
        if (words[0].equals("log") && (count == 2 || count == 3)) {
            logs.add(distinct(words[1], false, logs));
        } else if (words[0].equals("witness") && (count == 3 || count == 4)) {
            VerifierKey key = distinct(words[2], true, List.copyOf(witnesses.values()));
            define(words[1], cosigners -> cosigners.contains(key));
            witnesses.put(words[1], key);
        } else if (words[0].equals("group") && count >= 4) {
            define(words[1], group(words[2], Arrays.asList(words).subList(3, count)));
        } else if (words[0].equals("quorum") && count == 2 && quorum == null) {
            quorum = rule(words[1]);
        } else {
            throw new IllegalArgumentException("malformed line of the policy: " + line);
        }
    }

    private static VerifierKey distinct(String vkey, boolean witness, List<VerifierKey> others) {
        VerifierKey key = VerifierKey.parse(vkey);
        if (key.isWitness() != witness || others.stream().anyMatch(key::wrapsSameKeyAs)) {
            throw new IllegalArgumentException("a key of the wrong type, or listed twice: " + vkey);
        }
        return key;
    }

    private void define(String name, Predicate<Set<VerifierKey>> rule) {
        if (rules.putIfAbsent(name, rule) != null) {
            throw new IllegalArgumentException("defined twice in the policy: " + name);
        }
    }

    private Predicate<Set<VerifierKey>> group(String threshold, List<String> members) {
        int size = members.size();
        long needed = threshold.equals("any") ? 1 : threshold.equals("all") ? size : Canonical.decimal(threshold);
        if (needed < 1 || needed > size || !members.stream().allMatch(grouped::add)) {
            throw new IllegalArgumentException("impossible threshold, or a member of two groups: " + members);
        }
        List<Predicate<Set<VerifierKey>>> parts =
                members.stream().map(this::rule).toList();
        return cosigners -> parts.stream().filter(part -> part.test(cosigners)).count() >= needed;
    }

    private Predicate<Set<VerifierKey>> rule(String name) {
        Predicate<Set<VerifierKey>> rule = rules.get(name);
        if (rule == null) {
            throw new IllegalArgumentException("not defined in the policy: " + name);
        }
        return rule;
    }

    /** The keys with which this log may sign. */
    List<VerifierKey> logs(String origin) {
        return logs.stream().filter(log -> log.name().equals(origin)).toList();
    }

    /**
     * The witnesses that cosigned, with their times.
     *
     * @throws IllegalArgumentException if no log of the policy signed the checkpoint, or too few witnesses did
     */
    public Map<String, Instant> check(Checkpoint checkpoint) {
        if (checkpoint.note().by(logs(checkpoint.origin())).isEmpty()) {
            throw new IllegalArgumentException("no known key of " + checkpoint.origin() + " signed the checkpoint");
        }
        Map<VerifierKey, Note.Signature> cosigned = checkpoint.note().by(witnesses.values());
        if (!quorum.test(cosigned.keySet())) {
            throw new IllegalArgumentException("too few witnesses cosigned the checkpoint");
        }
        Map<String, Instant> times = new LinkedHashMap<>();
        cosigned.forEach((key, signature) -> times.put(key.name(), VerifierKey.time(signature.bytes())));
        return times;
    }
}

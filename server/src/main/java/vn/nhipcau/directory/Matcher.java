package vn.nhipcau.directory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds units and groups by the way directives print them. Made for one province on one day; then asked many times.
 *
 * <p>A wrong unit given a duty is worse than none proposed: only wordings that say the same thing score as certain, and
 * two units of the same name are never told apart by guessing.
 */
final class Matcher {
    private static final int MOST = 5;
    private static final int MOST_PIECES = 14;

    /** What may stand around a name without changing who is meant. */
    private static final Pattern ASIDE = Pattern.compile("\\([^)]*\\)|\\*+");

    private static final Pattern INTRODUCTION = Pattern.compile(
            "^(?:\\s*(?:\\d+[.)]|[-–+•*]))?\\s*(?:kính gửi|đề nghị|yêu cầu|giao)\\b[:\\s]*|^\\s*(?:\\d+[.)]|[-–+•*])\\s*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

    /** Work given to the head is the unit's work. */
    private static final Pattern HEAD = Pattern.compile(
            "^(?:các )?(?:đồng chí )?(?:thủ trưởng|giám đốc|chủ tịch|lãnh đạo)(?=\\s)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern SEPARATOR =
            Pattern.compile("\\s*[,;]\\s*|\\s+và\\s+", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final String PROVINCE = Wording.words("tỉnh").getFirst();

    private final List<String> place;

    /** How a name may end inside the province without saying more: “tỉnh Trà Vinh”, “Trà Vinh”, “tỉnh”. */
    private final List<List<String>> suffixes;

    private final Map<List<String>, Set<Entry>> exact = new HashMap<>();
    private final Map<List<String>, Set<Entry>> folded = new HashMap<>();
    private final Collection<Entry> entries = new ArrayList<>();

    /** Something that may be meant, with the ways in which it is written. */
    private record Entry(
            Match.Target target, String name, double most, List<List<String>> forms, List<List<String>> plain) {}

    /** @param place name of the province, e.g. “Tỉnh Trà Vinh” */
    Matcher(String place) {
        this.place = Wording.words(place);
        int type = this.place.getFirst().equals(PROVINCE) ? 1 : 2; // else “thành phố”
        this.suffixes = List.of(
                this.place,
                this.place.subList(Math.min(type, this.place.size() - 1), this.place.size()),
                this.place.subList(0, Math.min(type, this.place.size())));
    }

    void unit(Organisation unit) {
        add(new Match.Target.Unit(unit.id()), unit.name(), 1, names(unit.name(), unit.shortName()));
    }

    /** A unit that has ended is found by its own name, but only as a question: its successor is another unit. */
    void successor(Organisation holder, String endedName, @Nullable String endedShortName) {
        add(new Match.Target.Unit(holder.id()), holder.name(), 0.7, names(endedName, endedShortName));
    }

    void group(Group group) {
        List<String> wordings = new ArrayList<>(group.aliases());
        wordings.add(group.name());
        add(new Match.Target.Group(group.id()), group.name(), 1, wordings);
    }

    private static List<String> names(String name, @Nullable String shortName) {
        return shortName == null ? List.of(name) : List.of(name, shortName);
    }

    private void add(Match.Target target, String name, double most, List<String> wordings) {
        Set<List<String>> forms = new LinkedHashSet<>();
        for (String wording : wordings) {
            forms.add(Wording.words(wording));
        }
        if (target instanceof Match.Target.Unit && wordings.size() == 1) {
            forms.add(without(Wording.words(name), place));
        }
        forms.removeIf(List::isEmpty);
        Entry entry = new Entry(
                target,
                name,
                most,
                List.copyOf(forms),
                forms.stream().map(Wording::folded).toList());
        entries.add(entry);
        for (List<String> form : forms) {
            exact.computeIfAbsent(form, key -> new LinkedHashSet<>()).add(entry);
            folded.computeIfAbsent(Wording.folded(form), key -> new LinkedHashSet<>())
                    .add(entry);
        }
    }

    Match match(String printed) {
        Match whole = new Match(printed, candidates(printed), List.of());
        if (whole.certain().isPresent()) {
            return whole;
        }
        List<Match> parts = parts(printed);
        return parts.size() < 2 ? whole : new Match(printed, List.of(), parts);
    }

    private List<Match.Candidate> candidates(String printed) {
        Map<Match.Target, Match.Candidate> found = settled(printed);
        if (found.isEmpty()) {
            near(Wording.folded(Wording.words(bare(printed))), found);
        }
        return ranked(found);
    }

    private static List<Match.Candidate> ranked(Map<Match.Target, Match.Candidate> found) {
        return found.values().stream()
                .sorted(Comparator.comparingDouble(Match.Candidate::score)
                        .reversed()
                        .thenComparing(Match.Candidate::name))
                .limit(MOST)
                .toList();
    }

    private Map<Match.Target, Match.Candidate> settled(String printed) {
        Map<Match.Target, Match.Candidate> found = new LinkedHashMap<>();
        same(Wording.words(printed), 1, found);
        if (found.values().stream().noneMatch(candidate -> candidate.score() >= Match.CERTAIN)) {
            same(Wording.words(bare(printed)), 0.98, found);
        }
        if (found.isEmpty()) {
            initials(bare(printed), found);
        }
        return found;
    }

    private static String bare(String printed) {
        String name = ASIDE.matcher(Wording.tidy(printed)).replaceAll(" ").strip();
        return HEAD.matcher(INTRODUCTION.matcher(name).replaceFirst("")).replaceFirst("");
    }

    private void same(List<String> words, double score, Map<Match.Target, Match.Candidate> found) {
        List<String> plain = Wording.folded(words);
        // Printed without any marks it may still be meant; printed with other marks it is another word.
        double guess = plain.equals(words) ? score - 0.03 : 0.7;
        offer(exact.get(words), score, found);
        offer(folded.get(plain), guess, found);
        for (List<String> suffix : suffixes) {
            boolean full = suffix.equals(place);
            offer(only(exact.get(without(words, suffix)), full), score - 0.02, found);
            offer(only(folded.get(without(plain, Wording.folded(suffix))), full), guess - 0.02, found);
        }
    }

    /** A bare “tỉnh” or the bare name of the province may be dropped from a unit; from a group it may belong to its list. */
    private static Collection<Entry> only(@Nullable Collection<Entry> entries, boolean groupsToo) {
        return entries == null
                ? List.of()
                : entries.stream()
                        .filter(entry -> groupsToo || entry.target() instanceof Match.Target.Unit)
                        .toList();
    }

    /** “Sở TT&TT”, “Sở LĐTBXH”: the first words as they are, of the others the initials. */
    private void initials(String printed, Map<Match.Target, Match.Candidate> found) {
        String[] written = printed.split("[^\\p{L}\\p{M}\\p{N}]+");
        int first = 0;
        while (first < written.length && !shortened(written[first])) {
            first++;
        }
        StringBuilder letters = new StringBuilder();
        for (int i = first; i < written.length && shortened(written[i]); i++) {
            letters.append(Wording.fold(written[i]).toLowerCase(Locale.ROOT));
        }
        if (letters.length() < 2) {
            return;
        }
        List<String> spelled =
                Wording.folded(Wording.words(String.join(" ", List.of(written).subList(0, first))));
        for (Entry entry : entries) {
            for (List<String> form : entry.plain()) {
                if (form.size() == spelled.size() + letters.length()
                        && form.subList(0, spelled.size()).equals(spelled)
                        && letters.toString()
                                .equals(form.subList(spelled.size(), form.size()).stream()
                                        .map(word -> word.substring(0, 1))
                                        .collect(Collectors.joining()))) {
                    offer(Set.of(entry), spelled.isEmpty() ? 0.8 : 0.92, found);
                }
            }
        }
    }

    private static boolean shortened(String word) {
        return word.length() <= 8 && word.codePoints().allMatch(Character::isUpperCase);
    }

    /** One wording contains the other, word by word. */
    private void near(List<String> words, Map<Match.Target, Match.Candidate> found) {
        for (Entry entry : entries) {
            for (List<String> plain : entry.plain()) {
                int shared = Math.min(plain.size(), words.size());
                int all = Math.max(plain.size(), words.size());
                boolean contained =
                        Collections.indexOfSubList(plain, words) >= 0 || Collections.indexOfSubList(words, plain) >= 0;
                if (contained && shared >= 2 && shared * 5 >= all * 3) {
                    offer(Set.of(entry), 0.7 * shared / all, found);
                }
            }
        }
    }

    private static void offer(
            @Nullable Collection<Entry> entries, double score, Map<Match.Target, Match.Candidate> found) {
        if (entries == null) {
            return;
        }
        for (Entry entry : entries) {
            double given = Math.round(Math.min(score, entry.most() * score) * 100) / 100.0;
            found.merge(
                    entry.target(),
                    new Match.Candidate(entry.target(), entry.name(), given),
                    (a, b) -> a.score() >= b.score() ? a : b);
        }
    }

    /** @return empty when the words do not end so */
    private static List<String> without(List<String> words, List<String> end) {
        boolean ends = words.size() > end.size()
                && words.subList(words.size() - end.size(), words.size()).equals(end);
        return ends ? words.subList(0, words.size() - end.size()) : List.of();
    }

    /** The longest pieces from the left, each certain; empty unless the whole is made of such. */
    private List<Match> parts(String printed) {
        List<int[]> pieces = new ArrayList<>();
        var separator = SEPARATOR.matcher(printed);
        int from = 0;
        while (separator.find()) {
            pieces.add(new int[] {from, separator.start()});
            from = separator.end();
        }
        pieces.add(new int[] {from, printed.length()});
        return pieces.size() > MOST_PIECES ? List.of() : parts(printed, pieces, 0, new HashMap<>());
    }

    private List<Match> parts(String printed, List<int[]> pieces, int first, Map<Integer, List<Match>> tried) {
        List<Match> known = tried.get(first);
        if (known != null) {
            return known;
        }
        List<Match> found = List.of();
        for (int last = pieces.size() - 1; last >= first && found.isEmpty(); last--) {
            String text =
                    printed.substring(pieces.get(first)[0], pieces.get(last)[1]).strip();
            Match piece = new Match(text, ranked(settled(text)), List.of());
            if (piece.certain().isEmpty()) {
                continue;
            }
            if (last == pieces.size() - 1) {
                found = List.of(piece);
            } else {
                List<Match> rest = parts(printed, pieces, last + 1, tried);
                if (!rest.isEmpty()) {
                    found = new ArrayList<>(List.of(piece));
                    found.addAll(rest);
                }
            }
        }
        tried.put(first, found);
        return found;
    }
}

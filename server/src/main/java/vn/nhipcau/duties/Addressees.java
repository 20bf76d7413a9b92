package vn.nhipcau.duties;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.nhipcau.directory.Group;
import vn.nhipcau.directory.Groups;
import vn.nhipcau.directory.Match;
import vn.nhipcau.directory.Organisation;
import vn.nhipcau.directory.Organisations;

/** From the words “who” of a directive to groups and units of the directory, and the choices that a form offers. */
@Component
class Addressees {
    private static final int MOST_CANDIDATES = 4;
    private static final int MOST_FOUND = 12;

    private final Groups groups;
    private final Organisations organisations;

    Addressees(Groups groups, Organisations organisations) {
        this.groups = groups;
        this.organisations = organisations;
    }

    /**
     * Lasts for one page: what was asked once is not asked again.
     *
     * @param addressed to whom the directive as a whole is addressed (Kính gửi), for obligations that name nobody we know
     */
    Lookup lookup(long owner, LocalDate on, List<String> addressed) {
        return new Lookup(owner, on, addressed);
    }

    /**
     * A group or unit that may be ticked.
     *
     * @param key {@code g12} or {@code u34}
     * @param note how many units, or which kind of thing
     */
    record Choice(String key, String name, String note, Target.Part part, boolean ticked) {}

    static String key(Target target) {
        return switch (target) {
            case Target.Group group -> "g" + group.groupId();
            case Target.Unit unit -> "u" + unit.unitId();
        };
    }

    static Target target(String key, Target.Part part) {
        long id = Long.parseLong(key.substring(1));
        return key.startsWith("g") ? new Target.Group(id, part) : new Target.Unit(id, part);
    }

    final class Lookup {
        private final long owner;
        private final LocalDate on;
        private final List<String> addressed;
        private final Map<String, Match> matches = new LinkedHashMap<>();
        private final Map<String, String> names = new LinkedHashMap<>();
        private final Map<Long, Integer> sizes = new LinkedHashMap<>();
        private @Nullable List<String> groups;

        private Lookup(long owner, LocalDate on, List<String> addressed) {
            this.owner = owner;
            this.on = on;
            this.addressed = addressed;
        }

        /** Whom a reading means, as far as that is beyond doubt; the rest stays for a person. */
        List<Target> certain(vn.nhipcau.legaltext.Obligation read) {
            Map<String, Target> targets = new LinkedHashMap<>();
            boolean apart = !read.lead().isEmpty();
            for (String name : apart ? read.lead() : read.who()) {
                certain(name, Target.Part.LEAD, targets);
            }
            for (String name : read.with()) {
                certain(name, Target.Part.WITH, targets);
            }
            return List.copyOf(targets.values());
        }

        private void certain(String name, Target.Part part, Map<String, Target> targets) {
            match(name).certain().ifPresent(candidate -> {
                Target target = target(key(candidate.target()), part);
                targets.putIfAbsent(key(target), target);
            });
        }

        /** What is ticked, what the printed names may mean, what a search found, and all groups; each once. */
        List<Choice> choices(List<Target> ticked, ObligationDraft content, @Nullable String search) {
            Map<String, Choice> choices = new LinkedHashMap<>();
            for (Target target : ticked) {
                choices.put(key(target), choice(key(target), target.part(), true));
            }
            printed(content, choices);
            if (search != null && !search.isBlank()) {
                found(search).forEach(key -> choices.putIfAbsent(key, choice(key, Target.Part.LEAD, false)));
            }
            groups().forEach(key -> choices.putIfAbsent(key, choice(key, Target.Part.LEAD, false)));
            return List.copyOf(choices.values());
        }

        /** What an obligation without units may mean, best first: by its own words, else by those of “Kính gửi”. */
        List<Choice> suggestions(ObligationDraft content) {
            Map<String, Choice> choices = new LinkedHashMap<>();
            printed(content, choices);
            if (choices.isEmpty()) {
                addressed.forEach(name -> candidates(name, Target.Part.LEAD, choices));
            }
            if (choices.isEmpty()) {
                groups().forEach(key -> choices.putIfAbsent(key, choice(key, Target.Part.LEAD, false)));
            }
            return choices.values().stream().limit(MOST_CANDIDATES).toList();
        }

        private void printed(ObligationDraft content, Map<String, Choice> choices) {
            Stream.concat(content.who().stream(), content.lead().stream())
                    .distinct()
                    .forEach(name -> candidates(name, Target.Part.LEAD, choices));
            content.with().forEach(name -> candidates(name, Target.Part.WITH, choices));
        }

        private List<String> groups() {
            if (groups == null) {
                groups = Addressees.this.groups.list(owner, on).stream()
                        .map(group -> {
                            names.putIfAbsent("g" + group.id(), group.name());
                            return "g" + group.id();
                        })
                        .toList();
            }
            return groups;
        }

        private void candidates(String printed, Target.Part part, Map<String, Choice> choices) {
            match(printed).candidates().stream().limit(MOST_CANDIDATES).forEach(candidate -> {
                String key = key(candidate.target());
                names.putIfAbsent(key, candidate.name());
                choices.putIfAbsent(key, choice(key, part, false));
            });
        }

        /** Groups first: a search for “xã” means all of them more often than one. */
        private List<String> found(String search) {
            long province = organisations.chain(owner, on).stream()
                    .findFirst()
                    .map(Organisation::id)
                    .orElse(owner);
            List<String> found = new ArrayList<>();
            match(search).candidates().forEach(candidate -> {
                names.putIfAbsent(key(candidate.target()), candidate.name());
                found.add(key(candidate.target()));
            });
            organisations
                    .search(new Organisations.Filter(search, null, null, province), on, 1, MOST_FOUND)
                    .rows()
                    .forEach(unit -> {
                        names.putIfAbsent("u" + unit.id(), unit.name());
                        found.add("u" + unit.id());
                    });
            return found;
        }

        private Match match(String printed) {
            return matches.computeIfAbsent(printed, name -> Addressees.this.groups.match(name, on, owner));
        }

        private Choice choice(String key, Target.Part part, boolean ticked) {
            long id = Long.parseLong(key.substring(1));
            boolean group = key.startsWith("g");
            String note = group ? size(id) + " đơn vị" : "";
            return new Choice(key, name(key), note, part, ticked);
        }

        int size(long group) {
            return sizes.computeIfAbsent(
                    group, id -> Addressees.this.groups.members(id, on).size());
        }

        String name(Target target) {
            return name(key(target));
        }

        private String name(String key) {
            long id = Long.parseLong(key.substring(1));
            return names.computeIfAbsent(
                    key,
                    unknown -> key.startsWith("g")
                            ? Addressees.this.groups.find(id).map(Group::name).orElse(key)
                            : organisations
                                    .known(id, on)
                                    .map(Organisation::name)
                                    .orElse(key));
        }

        /** The units that may check: those to which the result is delivered, by the words of the directive. */
        List<Organisation> verifiers(ObligationDraft content) {
            Map<Long, Organisation> units = new LinkedHashMap<>();
            if (content.verifierId() != null) {
                organisations.known(content.verifierId(), on).ifPresent(unit -> units.put(unit.id(), unit));
            }
            if (!content.deliverTo().isBlank()) {
                match(content.deliverTo()).candidates().forEach(candidate -> {
                    if (candidate.target() instanceof Match.Target.Unit(long id) && id != owner) {
                        organisations.known(id, on).ifPresent(unit -> units.putIfAbsent(unit.id(), unit));
                    }
                });
            }
            return List.copyOf(units.values());
        }

        private static String key(Match.Target target) {
            return switch (target) {
                case Match.Target.Group(long id) -> "g" + id;
                case Match.Target.Unit(long id) -> "u" + id;
            };
        }

        private static String key(Target target) {
            return Addressees.key(target);
        }
    }
}

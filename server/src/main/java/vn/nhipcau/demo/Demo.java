package vn.nhipcau.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import vn.nhipcau.calendar.DueRule;
import vn.nhipcau.database.CannotStart;
import vn.nhipcau.directory.Group;
import vn.nhipcau.directory.Groups;
import vn.nhipcau.directory.Officer;
import vn.nhipcau.directory.People;
import vn.nhipcau.documents.Documents;
import vn.nhipcau.documents.Filing;
import vn.nhipcau.documents.FilingResult;
import vn.nhipcau.documents.Upload;
import vn.nhipcau.duties.DirectiveDraft;
import vn.nhipcau.duties.Directives;
import vn.nhipcau.duties.Due;
import vn.nhipcau.duties.Obligation;
import vn.nhipcau.duties.ObligationDraft;
import vn.nhipcau.duties.Target;
import vn.nhipcau.legaltext.EvidenceKind;
import vn.nhipcau.legaltext.Reading;
import vn.nhipcau.legaltext.Span;
import vn.nhipcau.web.Shell;

/**
 * Loads the demonstration before the first page is served: the directory, people, and the directives of the examples with
 * what units did about them up to the demonstration's day. Loading goes through the same faces as the pages do.
 */
@Component
@ConditionalOnProperty("nhipcau.demo")
class Demo implements SmartInitializingSingleton {
    private static final Logger log = LoggerFactory.getLogger(Demo.class);

    private static final int MOST_READINGS = 5;

    private final LoadMark mark;
    private final People people;
    private final DemoDirectory directory;
    private final DemoUnits units;
    private final Groups groups;
    private final Documents documents;
    private final Directives directives;
    private final Clock clock;

    Demo(
            LoadMark mark,
            People people,
            DemoDirectory directory,
            DemoUnits units,
            Groups groups,
            Documents documents,
            Directives directives,
            Clock clock) {
        this.mark = mark;
        this.people = people;
        this.directory = directory;
        this.units = units;
        this.groups = groups;
        this.documents = documents;
        this.directives = directives;
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (mark.finished()) {
            return;
        }
        if (people.any()) {
            throw new CannotStart(
                    "Cơ sở dữ liệu này có dữ liệu thật, không nạp dữ liệu minh họa vào đó được: hãy chọn thư mục dữ"
                            + " liệu khác (--data) hoặc chạy './nhipcau serve'. / This database holds real data and takes no"
                            + " demonstration: choose another data folder (--data), or run './nhipcau serve'.");
        }
        mark.start();
        log.info("Đang nạp dữ liệu minh họa… / Loading the demonstration…");
        directory.load(clock.instant());
        Map<String, Long> byFile = new HashMap<>();
        for (Story story : Story.all()) {
            Instant now = story.filedAt().atZone(Shell.ZONE).toInstant();
            Officer coordinator = directory.coordinator(story.owner());
            long document = file(story, coordinator, now);
            byFile.put(story.file(), directive(story, document, byFile, coordinator, now));
        }
        units.act(clock.instant());
        mark.finish();
    }

    private long file(Story story, Officer coordinator, Instant now) {
        long owner = coordinator.posts().getFirst().organisationId();
        try {
            FilingResult result = documents.register(
                    new Filing(
                            owner,
                            coordinator.id(),
                            true,
                            new Upload(story.file(), new ClassPathResource("demo/directives/" + story.file())),
                            List.of()),
                    now);
            if (result instanceof FilingResult.Registered registered) {
                return registered.documentId();
            }
            throw new IllegalStateException(story.file() + " is registered already");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long directive(Story story, long document, Map<String, Long> byFile, Officer coordinator, Instant now) {
        long owner = coordinator.posts().getFirst().organisationId();
        Reading reading = reading(story, document, coordinator, now);
        long id = directives.draft(
                new DirectiveDraft(
                        document,
                        owner,
                        story.number(),
                        story.title(),
                        story.issuer(),
                        story.issuedOn(),
                        story.follows() == null ? null : byFile.get(story.follows()),
                        reading.obligations().stream().map(ObligationDraft::of).toList()),
                coordinator,
                now);
        LocalDate day = LocalDate.ofInstant(now, Shell.ZONE);
        List<Obligation> proposals = new ArrayList<>(directives.obligations(id, coordinator, day));
        for (Story.Decision decision : story.decisions()) {
            Span passage = passage(decision, reading.text());
            proposals.stream()
                    .filter(proposal -> covers(proposal.content().span(), passage))
                    .findFirst()
                    .ifPresentOrElse(
                            proposal -> {
                                directives.change(
                                        proposal.id(),
                                        decide(decision, proposal.content(), owner, day),
                                        coordinator,
                                        now);
                                proposals.remove(proposal);
                            },
                            () -> directives.add(
                                    id,
                                    decide(decision, unread(passage, reading.text()), owner, day),
                                    coordinator,
                                    now));
        }
        proposals.forEach(proposal -> directives.drop(proposal.id(), coordinator, now));
        directives.confirm(id, day, coordinator, now);
        directives.open(id, true, true, coordinator, now);
        return id;
    }

    /** On a machine that is busy with other things a reading may run out of its time: then it is asked for again. */
    private Reading reading(Story story, long document, Officer coordinator, Instant now) {
        try {
            Optional<Reading> reading = documents.reading(document);
            for (int more = MOST_READINGS; reading.isEmpty() && more > 0; more--) {
                documents.readAgain(document, coordinator, now);
                reading = documents.reading(document);
            }
            return reading.orElseThrow(
                    () -> new CannotStart("Máy đang quá bận, chưa đọc được văn bản minh họa " + story.file()
                            + ": hãy chạy lại sau ít phút. / This machine is too busy to read a directive of the demonstration: run it"
                            + " again in a few minutes."));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The words may be broken over lines in the file. */
    private static Span passage(Story.Decision decision, String text) {
        Matcher words = Pattern.compile(Arrays.stream(decision.passage().split("\\s+"))
                        .map(Pattern::quote)
                        .collect(Collectors.joining("\\s+")))
                .matcher(text);
        if (!words.find()) {
            throw new IllegalStateException("no passage “" + decision.passage() + "”");
        }
        return new Span(words.start(), words.end());
    }

    private static boolean covers(@Nullable Span proposal, Span passage) {
        return proposal != null && proposal.start() <= passage.start() && passage.end() <= proposal.end();
    }

    /** A clause that the reader did not propose and the coordinator adds. */
    private static ObligationDraft unread(Span passage, String text) {
        return new ObligationDraft(
                "",
                passage.of(text),
                passage,
                "",
                List.of(),
                List.of(),
                List.of(),
                EvidenceKind.OTHER,
                "",
                null,
                List.of(),
                List.of(),
                ObligationDraft.END_OF_DAY,
                null,
                List.of(),
                1);
    }

    private ObligationDraft decide(Story.Decision decision, ObligationDraft read, long owner, LocalDate day) {
        List<Due> dues = new ArrayList<>();
        for (DueRule rule : DueRule.of(decision.due(), decision.rhythms(), null)) {
            dues.add(new Due(rule));
        }
        List<Target> targets = new ArrayList<>();
        for (String name : decision.groups()) {
            targets.add(new Target.Group(group(name, owner, day), Target.Part.LEAD));
        }
        return new ObligationDraft(
                read.clause(),
                read.text(),
                read.span(),
                decision.what(),
                read.who(),
                read.lead(),
                read.with(),
                decision.evidence(),
                read.deliverTo(),
                null,
                read.limits(),
                dues,
                read.dueTime(),
                null,
                targets,
                read.confidence());
    }

    private long group(String name, long owner, LocalDate day) {
        return groups.list(owner, day).stream()
                .filter(group -> group.name().equals(name))
                .map(Group::id)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no group “" + name + "”"));
    }
}

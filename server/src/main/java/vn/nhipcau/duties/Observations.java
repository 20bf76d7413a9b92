package vn.nhipcau.duties;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.nhipcau.documents.StoredFile;

/**
 * What a machine has seen with its own eyes and that shows a duty done, so that no unit has to hand in proof of what
 * everybody can see.
 */
@Service
public class Observations {
    /** As the history names who did it. */
    private static final Actor CHECKER = new Actor(null, "Kiểm tra tự động");

    private final History history;
    private final Submissions submissions;

    Observations(History history, Submissions submissions) {
        this.history = history;
        this.submissions = submissions;
    }

    /**
     * @param note what was seen, in a sentence
     * @param seenAt when it was first seen
     * @param links where
     * @param files that prove it
     */
    public record Seen(String note, Instant seenAt, List<String> links, List<Kept> files) {
        public Seen {
            links = List.copyOf(links);
            files = List.copyOf(files);
        }
    }

    /** A file in the store. */
    public record Kept(String name, String mediaType, StoredFile file) {}

    /**
     * Hands in what was seen, and accepts it when that came in time. Whether it was late, and what a reviewer sent back
     * before, is for a person to judge: a look that came late does not say that the unit was late.
     *
     * @return the state that the duty has now; empty when this changed nothing, because somebody has decided already
     */
    @Transactional
    public Optional<DutyState> seen(long dutyId, Seen seen, Instant now) {
        Duty duty = history.lock(dutyId);
        return switch (duty.state()) {
            case NOT_RECEIVED, RECEIVED, IN_PROGRESS -> {
                submit(duty, seen, now);
                yield Optional.of(accept(history.read(dutyId), "", now));
            }
            case RETURNED -> {
                submit(duty, seen, now);
                yield Optional.of(DutyState.SUBMITTED);
            }
            case SUBMITTED -> duty.receivedLate() ? Optional.empty() : Optional.of(accept(duty, reason(seen), now));
            case ACCEPTED, ACCEPTED_LATE, LATE_CONTESTED, EXEMPTED, WITHDRAWN -> Optional.empty();
        };
    }

    private void submit(Duty duty, Seen seen, Instant now) {
        List<Evidence> evidence = new ArrayList<>();
        for (String link : seen.links()) {
            evidence.add(new Evidence(0, link, link, null, 0, null));
        }
        for (Kept kept : seen.files()) {
            evidence.add(new Evidence(
                    0, kept.name(), null, kept.file().sha256(), kept.file().size(), kept.mediaType()));
        }
        submissions.write(step(duty, DutyEvent.SUBMIT, "", seen.seenAt(), now), seen.note(), evidence);
    }

    private DutyState accept(Duty duty, String reason, Instant now) {
        return duty.receivedLate() ? duty.state() : history.record(step(duty, DutyEvent.ACCEPT, reason, now, now));
    }

    /** The unit's own version is what was checked; what the machine saw stands beside it. */
    private static String reason(Seen seen) {
        StringBuilder reason = new StringBuilder(seen.note());
        seen.links().forEach(link -> reason.append(' ').append(link));
        seen.files()
                .forEach(file -> reason.append(" SHA-256 ").append(file.file().sha256()));
        return reason.toString();
    }

    /** On behalf of the unit that has the directive followed, and so has the machine look. */
    private static History.Step step(Duty duty, DutyEvent event, String reason, Instant happenedAt, Instant now) {
        return new History.Step(duty, event, reason, happenedAt, CHECKER, duty.ownerId(), now);
    }
}

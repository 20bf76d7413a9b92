package vn.nhipcau.demo;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.springframework.stereotype.Component;
import vn.nhipcau.directory.Officer;
import vn.nhipcau.directory.Organisations;
import vn.nhipcau.duties.Boards;
import vn.nhipcau.duties.Duties;
import vn.nhipcau.duties.Duty;
import vn.nhipcau.duties.DutyEvent;
import vn.nhipcau.duties.DutyFilter;
import vn.nhipcau.duties.DutyState;
import vn.nhipcau.duties.Submissions;
import vn.nhipcau.legaltext.EvidenceKind;
import vn.nhipcau.web.Shell;

/**
 * What the units did: most on time, some late, some returned and mended, a few not at all. The same seed gives the same
 * story each time.
 */
@Component
class DemoUnits {
    private final Boards boards;
    private final Duties duties;
    private final Submissions submissions;
    private final Organisations organisations;
    private final DemoDirectory directory;
    private final Random chance = new Random(19);
    private final Map<Long, Double> diligence = new HashMap<>();

    DemoUnits(
            Boards boards,
            Duties duties,
            Submissions submissions,
            Organisations organisations,
            DemoDirectory directory) {
        this.boards = boards;
        this.duties = duties;
        this.submissions = submissions;
        this.organisations = organisations;
        this.directory = directory;
    }

    void act(Instant until) {
        for (Officer coordinator : directory.coordinators()) {
            List<Duty> given = new ArrayList<>();
            boards.open(coordinator, until)
                    .eachRow(DutyFilter.of(DutyFilter.View.COORDINATOR).sortedBy(DutyFilter.Sort.DUE), given::add);
            given.forEach(duty -> act(duty, coordinator, until));
        }
    }

    private void act(Duty duty, Officer coordinator, Instant until) {
        Officer unit = directory.officer(duty.unitId());
        double diligent = diligence.computeIfAbsent(duty.unitId(), id -> 0.55 + 0.5 * chance.nextDouble());
        Instant received = working(duty.givenAt().plus(hours(2, 50)));
        if (received.isAfter(until) || chance.nextDouble() > diligent + 0.35) {
            return;
        }
        duties.act(duty.id(), DutyEvent.RECEIVE, "", unit, received);
        if (duty.dueAt() == null) {
            return;
        }
        // A unit hands in some days before the due day, the less diligent around it or after.
        Duration early = Duration.ofHours((long) ((diligent - 0.72) * 220 + chance.nextGaussian() * 20));
        Instant handedIn = working(latest(duty.dueAt().minus(early), received.plus(hours(3, 30))));
        if (handedIn.isAfter(until) || chance.nextDouble() > diligent + 0.3) {
            Instant started = received.plus(hours(20, 60));
            if (started.isBefore(until) && chance.nextBoolean()) {
                duties.act(duty.id(), DutyEvent.START, "", unit, started);
                askForTime(duty, unit, started, until);
            }
            return;
        }
        submit(duty, unit, handedIn, 1);
        Instant reviewed = working(handedIn.plus(hours(15, 60)));
        if (reviewed.isAfter(until)) {
            return;
        }
        if (chance.nextDouble() < 0.08) {
            duties.judge(
                    duty.id(),
                    DutyEvent.RETURN,
                    seen(duty, coordinator, reviewed),
                    "Thiếu số liệu so với cùng kỳ và chưa có chữ ký của lãnh đạo đơn vị. Đề nghị bổ sung.",
                    coordinator,
                    reviewed);
            Instant mended = working(reviewed.plus(hours(10, 70)));
            if (mended.isAfter(until)) {
                return;
            }
            submit(duty, unit, mended, 2);
            reviewed = working(mended.plus(hours(5, 40)));
            if (reviewed.isAfter(until)) {
                return;
            }
        }
        DutyState state = duties.accept(duty.id(), seen(duty, coordinator, reviewed), coordinator, reviewed);
        Instant contested = working(reviewed.plus(hours(5, 30)));
        if (state == DutyState.ACCEPTED_LATE && chance.nextDouble() < 0.2 && contested.isBefore(until)) {
            duties.contest(
                    duty.id(),
                    duty.dueAt().minus(5, ChronoUnit.HOURS),
                    "Đơn vị đã gửi bản giấy trong hạn; tệp tải lên chậm do hệ thống thư điện tử bị gián đoạn.",
                    unit,
                    contested);
            Instant decided = working(contested.plus(hours(20, 50)));
            if (decided.isBefore(until)) {
                boolean lifted = chance.nextBoolean();
                duties.judge(
                        duty.id(),
                        lifted ? DutyEvent.LIFT_LATE : DutyEvent.UPHOLD_LATE,
                        seen(duty, coordinator, decided),
                        lifted
                                ? "Sổ công văn đến xác nhận bản giấy nhận trong hạn."
                                : "Không có dấu công văn đến trong hạn; giữ nguyên kết quả.",
                        coordinator,
                        decided);
            }
        }
    }

    /** Some of those who are at it see that they will not be done in time, and say so. */
    private void askForTime(Duty duty, Officer unit, Instant started, Instant until) {
        if (duty.dueAt().isAfter(until) && duty.id() % 4 == 0) {
            duties.askExtension(
                    duty.id(),
                    duty.dueAt().plus(5, ChronoUnit.DAYS),
                    "Còn hai đơn vị trực thuộc chưa gửi số liệu; đề nghị gia hạn để tổng hợp đầy đủ.",
                    unit,
                    started);
        }
    }

    private String seen(Duty duty, Officer reviewer, Instant at) {
        return duties.duty(duty.id(), reviewer, at).seen();
    }

    private void submit(Duty duty, Officer unit, Instant at, int version) {
        List<String> sites = organisations.sites(duty.unitId(), LocalDate.ofInstant(at, Shell.ZONE));
        String text = "(Tệp minh họa)\n" + duty.unitName() + "\n\n" + duty.what() + " – " + duty.period()
                + "\nLần nộp thứ " + version + ".\n";
        boolean posted = duties.obligation(duty).evidence() == EvidenceKind.PUBLICATION && !sites.isEmpty();
        submissions.submit(
                duty.id(),
                new Submissions.Parcel(
                        version == 1 ? "Gửi kèm văn bản của đơn vị." : "Đã bổ sung theo ý kiến của cơ quan điều phối.",
                        null,
                        posted
                                ? List.of()
                                : List.of(new Submissions.Upload(
                                        "bao-cao-lan-" + version + ".txt",
                                        "text/plain",
                                        () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))),
                        posted ? List.of(sites.getFirst() + "/thong-bao/" + duty.id()) : List.of()),
                unit,
                at);
    }

    private Duration hours(int from, int to) {
        return Duration.ofMinutes(60L * from + chance.nextInt(60 * (to - from)));
    }

    private static Instant latest(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    /** Moved into office hours: nobody hands in at three in the morning. */
    private static Instant working(Instant at) {
        var local = at.atZone(Shell.ZONE);
        if (local.getHour() >= 17) {
            local = local.minusHours(local.getHour() - 15);
        } else if (local.getHour() < 8) {
            local = local.plusHours(8);
        }
        return local.toInstant();
    }
}

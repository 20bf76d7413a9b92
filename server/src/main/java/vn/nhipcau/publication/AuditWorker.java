package vn.nhipcau.publication;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * One node's part in the audits: asks the schedule for sites that are due and looks at each on a virtual thread. It keeps
 * nothing itself, so it can be killed at any moment, and any number of nodes can run one.
 */
@Component
class AuditWorker implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(AuditWorker.class);
    private static final Duration POLL = Duration.ofSeconds(2);

    private final UUID id = UUID.randomUUID();
    private final Schedule schedule;
    private final Campaigns campaigns;
    private final SiteLook looks;
    private final AuditRules rules;
    private final Clock clock;
    private final Semaphore places;
    private final Semaphore wake = new Semaphore(0);
    private @Nullable Thread thread;

    AuditWorker(Schedule schedule, Campaigns campaigns, SiteLook looks, AuditRules rules, Clock clock) {
        this.schedule = schedule;
        this.campaigns = campaigns;
        this.looks = looks;
        this.rules = rules;
        this.clock = clock;
        this.places = new Semaphore(rules.atOnce());
    }

    @Override
    public synchronized void start() {
        if (rules.enabled() && thread == null) {
            thread = Thread.ofPlatform().daemon().name("audits").start(this::run);
        }
    }

    /** Somebody has asked for a look: no need to wait for the next turn. */
    void wake() {
        wake.release();
    }

    private void run() {
        Instant renewed = clock.instant();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                while (true) {
                    boolean took = false;
                    try {
                        Instant now = clock.instant();
                        if (renewed.plus(Schedule.LEASE.dividedBy(3)).isBefore(now)) {
                            schedule.renew(id, now);
                            renewed = now;
                        }
                        campaigns.endOld(now);
                        schedule.turn(now);
                        took = take(threads, now);
                    } catch (RuntimeException e) {
                        // The database may be away for a while; the audits go on when it is back.
                        log.warn("Lịch kiểm tra trang tạm ngừng: {}", e.getMessage());
                    }
                    if (!took && wake.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
                        wake.drainPermits();
                    }
                }
            } catch (InterruptedException e) {
                threads.shutdownNow();
            }
        }
    }

    private boolean take(ExecutorService threads, Instant now) {
        int free = places.drainPermits();
        if (free == 0) {
            return false;
        }
        List<Schedule.Claim> claims = List.of();
        try {
            claims = schedule.claim(id, free, now);
        } finally {
            places.release(free - claims.size());
        }
        for (Schedule.Claim claim : claims) {
            threads.execute(() -> {
                try {
                    look(claim);
                } finally {
                    places.release();
                }
            });
        }
        return !claims.isEmpty();
    }

    private void look(Schedule.Claim claim) {
        try {
            looks.look(claim);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException e) {
            // A fault of ours: says nothing about the unit, and is tried again later.
            log.warn("Không kiểm tra được đơn vị {} của đợt {}: {}", claim.unitId(), claim.campaignId(), e.toString());
            schedule.putOff(claim, clock.instant().plus(Duration.ofMinutes(5)));
        }
    }

    @Override
    public void stop() {
        Thread running;
        synchronized (this) {
            running = thread;
            thread = null;
        }
        if (running == null) {
            return;
        }
        running.interrupt();
        try {
            running.join(Duration.ofSeconds(10));
            schedule.release(id);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }
}

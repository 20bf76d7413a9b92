package vn.nhipcau.publication;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.nhipcau.web.Shell;

/**
 * Which sites are due, and who looks at them. Several nodes share the work: each takes rows under a lease that it renews
 * while it works, so that what a node that was killed had taken comes back by itself.
 */
@Component
class Schedule {
    /** Renewed three times in its length. */
    static final Duration LEASE = Duration.ofMinutes(1);

    private final JdbcClient jdbc;

    Schedule(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One site to look at. @param round for which it is looked at */
    record Claim(long campaignId, long unitId, int round, UUID worker) {}

    /** Starts the rounds that are due by now; a round that was missed while no node ran is not made up for. */
    void turn(Instant now) {
        jdbc.sql("""
                        UPDATE publication.campaign SET round = round + 1,
                            round_at = round_at + floor(extract(epoch FROM :now::timestamptz - round_at) / (every_hours * 3600))
                                * every_hours * interval '1 hour'
                        WHERE state = 'RUNNING' AND round_at + every_hours * interval '1 hour' <= :now
                        """).param("now", Timestamp.from(now)).update();
    }

    /** Takes sites that are due and that nobody has, those asked for first. */
    @Transactional
    public List<Claim> claim(UUID worker, int most, Instant now) {
        return jdbc.sql("""
                        WITH due AS (
                            SELECT p.campaign_id, p.unit_id, c.round FROM publication.posting p
                            JOIN publication.campaign c ON c.id = p.campaign_id
                            WHERE c.state = 'RUNNING' AND :today BETWEEN c.from_on AND c.until_on
                              AND (p.audited_at IS NULL OR p.audited_at < c.round_at OR p.due_at <= :now)
                              AND (p.lease_until IS NULL OR p.lease_until <= :now)
                              AND (p.not_before IS NULL OR p.not_before <= :now)
                            ORDER BY p.due_at NULLS LAST, p.audited_at NULLS FIRST, p.campaign_id, p.unit_id
                            LIMIT :most FOR UPDATE OF p SKIP LOCKED)
                        UPDATE publication.posting p SET lease_until = :until, leased_by = :worker FROM due
                        WHERE p.campaign_id = due.campaign_id AND p.unit_id = due.unit_id
                        RETURNING p.campaign_id, p.unit_id, due.round
                        """)
                .param("today", LocalDate.ofInstant(now, Shell.ZONE))
                .param("now", Timestamp.from(now))
                .param("until", Timestamp.from(now.plus(LEASE)))
                .param("worker", worker)
                .param("most", most)
                .query((row, number) ->
                        new Claim(row.getLong("campaign_id"), row.getLong("unit_id"), row.getInt("round"), worker))
                .list();
    }

    /**
     * Whether the host is this worker's to visit now: nobody else does, and not too many others on the same address.
     *
     * @param perAddress how many hosts of one address may be visited at once
     */
    @Transactional
    public boolean enter(String host, String address, UUID worker, int perAddress, Instant now) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtext('publication.host'), hashtext(?))")
                .param(address)
                .query((row, number) -> number)
                .list();
        int others = jdbc.sql("SELECT count(*) FROM publication.host_lease WHERE address = ? AND lease_until > ?")
                .params(address, Timestamp.from(now))
                .query(Integer.class)
                .single();
        return others < perAddress
                && jdbc.sql("""
                                INSERT INTO publication.host_lease (host, address, leased_by, lease_until)
                                VALUES (:host, :address, :worker, :until)
                                ON CONFLICT (host) DO UPDATE SET address = :address, leased_by = :worker, lease_until = :until
                                WHERE host_lease.lease_until <= :now
                                """)
                                .param("host", host)
                                .param("address", address)
                                .param("worker", worker)
                                .param("until", Timestamp.from(now.plus(LEASE)))
                                .param("now", Timestamp.from(now))
                                .update()
                        > 0;
    }

    void leave(String host, UUID worker) {
        jdbc.sql("DELETE FROM publication.host_lease WHERE host = ? AND leased_by = ?")
                .params(host, worker)
                .update();
    }

    /** Gives a site back for a while. */
    void putOff(Claim claim, Instant until) {
        jdbc.sql("""
                        UPDATE publication.posting SET lease_until = NULL, leased_by = NULL, not_before = ?
                        WHERE campaign_id = ? AND unit_id = ? AND leased_by = ?
                        """)
                .params(Timestamp.from(until), claim.campaignId(), claim.unitId(), claim.worker())
                .update();
    }

    /** Says that the worker still works. */
    void renew(UUID worker, Instant now) {
        Timestamp until = Timestamp.from(now.plus(LEASE));
        jdbc.sql("UPDATE publication.posting SET lease_until = ? WHERE leased_by = ?")
                .params(until, worker)
                .update();
        jdbc.sql("UPDATE publication.host_lease SET lease_until = ? WHERE leased_by = ?")
                .params(until, worker)
                .update();
    }

    /** Gives everything back when a worker stops in order. */
    void release(UUID worker) {
        jdbc.sql("UPDATE publication.posting SET lease_until = NULL, leased_by = NULL WHERE leased_by = ?")
                .param(worker)
                .update();
        jdbc.sql("DELETE FROM publication.host_lease WHERE leased_by = ?")
                .param(worker)
                .update();
    }
}

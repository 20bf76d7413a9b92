package vn.nhipcau.publication;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Verdicts and overrulings of a campaign as a chain: each link's hash covers its content and the hash before it, the first
 * one the text that is looked for. Who holds the last hash can tell whether anything was changed or taken out since.
 */
@Component
class Chain {
    private final JdbcClient jdbc;
    private final JsonMapper json = JsonMapper.builder().build();

    Chain(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Appends, inside the caller's transaction and one at a time for each campaign. */
    @Transactional(propagation = Propagation.MANDATORY)
    void add(Campaign campaign, Map<String, Object> content) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtext('publication.link'), ?::bigint::integer)")
                .param(campaign.id() % Integer.MAX_VALUE)
                .query((row, number) -> number)
                .list();
        Link last = jdbc.sql("""
                        SELECT position, hash FROM publication.link WHERE campaign_id = ? ORDER BY position DESC LIMIT 1
                        """)
                .param(campaign.id())
                .query((row, number) -> new Link(row.getInt("position"), row.getString("hash")))
                .optional()
                .orElse(new Link(0, campaign.textSha256()));
        String written = json.writeValueAsString(new TreeMap<>(content));
        jdbc.sql("INSERT INTO publication.link (campaign_id, position, content, previous, hash) VALUES (?, ?, ?, ?, ?)")
                .params(campaign.id(), last.position() + 1, written, last.hash(), hash(last.hash(), written))
                .update();
    }

    private record Link(int position, String hash) {}

    /**
     * How the chain stands.
     *
     * @param broken first position that does not follow from the one before; 0: none
     * @param head hash of the last link
     */
    record State(int length, int broken, String head) {}

    State verify(Campaign campaign) {
        String[] before = {campaign.textSha256()};
        int[] counts = {0, 0};
        jdbc.sql(
                        "SELECT position, content, previous, hash FROM publication.link WHERE campaign_id = ? ORDER BY position")
                .param(campaign.id())
                .query(row -> {
                    counts[0]++;
                    boolean follows = row.getInt("position") == counts[0]
                            && row.getString("previous").equals(before[0])
                            && row.getString("hash").equals(hash(before[0], row.getString("content")));
                    if (!follows && counts[1] == 0) {
                        counts[1] = counts[0];
                    }
                    before[0] = row.getString("hash");
                });
        return new State(counts[0], counts[1], before[0]);
    }

    /** A line a link: its hash, a blank, what it covers beside the hash of the line before. */
    void write(Campaign campaign, Writer out) {
        try {
            out.write(campaign.textSha256() + " " + json.writeValueAsString(campaign.title()) + "\n");
            jdbc.sql("SELECT content, hash FROM publication.link WHERE campaign_id = ? ORDER BY position")
                    .param(campaign.id())
                    .query(row -> {
                        try {
                            out.write(row.getString("hash") + " " + row.getString("content") + "\n");
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    });
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String hash(String previous, String content) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(previous.getBytes(StandardCharsets.US_ASCII));
            digest.update((byte) '\n');
            return HexFormat.of().formatHex(digest.digest(content.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

package vn.nhipcau.consultation;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * By which ways a consultation takes opinions, and who counts each: one body for each channel, so that no opinion is counted
 * twice (Công văn 2441/BTP-PLHSHC of 2025 declares the same).
 */
@Component
class ChannelRules {
    /** @param counted whether its opinions are in the figures; what is spoken is recorded in any case */
    record Rule(Channel channel, long countedBy, String countedByName, boolean counted) {}

    private final JdbcClient jdbc;

    ChannelRules(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Rule> of(int consultation) {
        return jdbc.sql("""
                        SELECT c.*, n.name FROM consultation.channel c
                            LEFT JOIN LATERAL (SELECT name FROM directory.organisation_name n
                                WHERE n.organisation_id = c.counted_by ORDER BY n.valid DESC LIMIT 1) n ON true
                        WHERE c.consultation = ? ORDER BY c.channel
                        """)
                .param(consultation)
                .query((row, number) -> new Rule(
                        Channel.ofCode(row.getInt("channel")),
                        row.getLong("counted_by"),
                        row.getString("name") == null ? "" : row.getString("name"),
                        row.getBoolean("counted")))
                .list();
    }

    Set<Channel> counted(int consultation) {
        Set<Channel> counted = EnumSet.noneOf(Channel.class);
        of(consultation).stream().filter(Rule::counted).forEach(rule -> counted.add(rule.channel()));
        return counted;
    }

    boolean takes(int consultation, Channel channel) {
        return of(consultation).stream().anyMatch(rule -> rule.channel() == channel);
    }

    @Transactional
    void set(int consultation, Channel channel, long countedBy, boolean counted) {
        jdbc.sql("UPDATE consultation.channel SET counted_by = ?, counted = ? WHERE consultation = ? AND channel = ?")
                .params(countedBy, counted, consultation, channel.code())
                .update();
    }
}

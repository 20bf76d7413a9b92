package vn.nhipcau.consultation;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.nhipcau.web.Refusal;
import vn.nhipcau.web.Shell;

/**
 * Finds figures that would count the same people again. Counting is bottom-up: a hub's figures may hold those of the units
 * below it, and of the opinions it handed in itself.
 */
@Component
class Overlaps {

    /** @param heads claimed by the other parcel; 0: it holds opinions */
    record Overlap(long parcel, String title, String organisation, int opinions, long heads) {}

    private static final String OTHERS = """
            SELECT o.id, o.title, n.name,
                (SELECT count(*) FROM consultation.parcel_row r WHERE r.parcel = o.id) AS opinions,
                (SELECT coalesce(sum(c.heads), 0) FROM consultation.claim c WHERE c.parcel = o.id) AS heads
            FROM consultation.parcel o
                LEFT JOIN LATERAL (SELECT name FROM directory.organisation_name n
                    WHERE n.organisation_id = o.organisation_id ORDER BY n.valid DESC LIMIT 1) n ON true
            WHERE o.consultation = :consultation AND o.id <> :id AND o.released_at IS NOT NULL
            """;

    private final JdbcClient jdbc;

    Overlaps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A unit's second total on the same clause is the first one again, or a part of it. */
    void refuseTwice(Parcel parcel) {
        List<Overlap> twice = query(OTHERS + """
                        AND o.organisation_id = :unit AND EXISTS (
                            SELECT FROM consultation.claim a JOIN consultation.claim b
                                ON a.clause IS NOT DISTINCT FROM b.clause AND a.stance = b.stance
                            WHERE a.parcel = o.id AND b.parcel = :id)
                        """, parcel);
        if (!twice.isEmpty()) {
            throw Refusal.conflict(
                    "HUB_FIGURES_TWICE",
                    "Đơn vị này đã trình số liệu cho cùng điều và thái độ ở lần gửi “"
                            + twice.getFirst().title()
                            + "”: trình nữa sẽ đếm trùng. Hãy chỉ gửi phần tăng thêm cho điều khác, hoặc gửi từng ý kiến.",
                    "This unit has released figures for the same clause and stance in “"
                            + twice.getFirst().title() + "”: they would be counted twice.");
        }
    }

    /** What a parcel's figures may hold a second time: the unit's own opinions, and whatever comes from below. */
    List<Overlap> of(Parcel parcel) {
        if (parcel.claimed() == 0) {
            return List.of();
        }
        return query(OTHERS + """
                        AND o.organisation_id IN (SELECT id FROM directory.subtree_on(ARRAY[:unit::bigint], :day))
                        AND (o.organisation_id <> :unit OR EXISTS (
                            SELECT FROM consultation.parcel_row r WHERE r.parcel = o.id))
                        ORDER BY o.id
                        """, parcel);
    }

    private List<Overlap> query(String sql, Parcel parcel) {
        return jdbc.sql(sql)
                .param("consultation", parcel.consultation())
                .param("id", parcel.id())
                .param("unit", parcel.organisationId())
                .param("day", LocalDate.ofInstant(parcel.madeAt(), Shell.ZONE))
                .query((row, number) -> new Overlap(
                        row.getLong("id"),
                        row.getString("title"),
                        row.getString("name") == null ? "" : row.getString("name"),
                        row.getInt("opinions"),
                        row.getLong("heads")))
                .list();
    }
}

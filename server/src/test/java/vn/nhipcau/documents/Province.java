package vn.nhipcau.documents;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.nhipcau.Visitor;
import vn.nhipcau.directory.People;
import vn.nhipcau.directory.Post;
import vn.nhipcau.directory.Role;

/** A province of its own for one test: its committee, two departments below, and people at each. */
final class Province {
    final long committee;
    final long home;
    final long labour;

    private final JdbcClient jdbc;
    private final People people;
    private final int port;
    private final String tag = UUID.randomUUID().toString().substring(0, 8);

    Province(JdbcClient jdbc, People people, int port) {
        this.jdbc = jdbc;
        this.people = people;
        this.port = port;
        committee = unit("Ủy ban nhân dân tỉnh " + tag, "ubnd-tinh", null);
        home = unit("Sở Nội vụ tỉnh " + tag, "so", committee);
        labour = unit("Sở Lao động tỉnh " + tag, "so", committee);
    }

    String name() {
        return "tỉnh " + tag;
    }

    private long unit(String name, String kind, Long parent) {
        long id = jdbc.sql("""
                        INSERT INTO directory.organisation (code, line, valid)
                        VALUES (?, 'state', '[2000-01-01,)') RETURNING id""")
                .param("t." + UUID.randomUUID().toString().replace("-", ""))
                .query(Long.class)
                .single();
        jdbc.sql("""
                        INSERT INTO directory.organisation_name (organisation_id, name, kind, valid)
                        VALUES (?, ?, ?, '[2000-01-01,)')""").params(id, name, kind).update();
        if (parent != null) {
            jdbc.sql("""
                            INSERT INTO directory.organisation_parent (organisation_id, parent_id, valid)
                            VALUES (?, ?, '[2000-01-01,)')""").params(id, parent).update();
        }
        return id;
    }

    /** Somebody with this role there, signed in. */
    Visitor visitor(Role role, long unit) {
        String user = "nguoi-" + UUID.randomUUID();
        people.add(user, "Nguyễn Văn " + role.vietnamese(), "mat-khau-" + tag, List.of(new Post(role, unit)));
        return new Visitor(port).signIn(user, "mat-khau-" + tag);
    }
}

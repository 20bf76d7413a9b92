package vn.nhipcau.demo;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The mark that a database is a demonstration's, set before anything is loaded into it. */
@Component
class LoadMark {
    private final JdbcClient jdbc;

    LoadMark(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean set() {
        return jdbc.sql("SELECT EXISTS (SELECT FROM demo.load)")
                .query(Boolean.class)
                .single();
    }

    boolean finished() {
        return jdbc.sql("SELECT EXISTS (SELECT FROM demo.load WHERE finished_at IS NOT NULL)")
                .query(Boolean.class)
                .single();
    }

    void start() {
        jdbc.sql("INSERT INTO demo.load (started_at) VALUES (now())").update();
    }

    void finish() {
        jdbc.sql("UPDATE demo.load SET finished_at = now()").update();
    }
}

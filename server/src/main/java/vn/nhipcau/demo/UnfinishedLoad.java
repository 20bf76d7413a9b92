package vn.nhipcau.demo;

import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A demonstration whose loading was cut short is thrown away whole before the tables are made, and loaded anew. Only the
 * demonstration's own mark allows it: a database without that mark is never touched.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("nhipcau.demo")
class UnfinishedLoad {
    private static final Logger log = LoggerFactory.getLogger(UnfinishedLoad.class);

    @Bean
    FlywayMigrationStrategy migrateAfterCleaning(DataSource database) {
        JdbcClient jdbc = JdbcClient.create(database);
        return flyway -> {
            if (cutShort(jdbc)) {
                log.warn("Lần nạp dữ liệu minh họa trước bị ngắt: xóa và nạp lại"
                        + " / The demonstration's last loading was cut short: cleaned, to be loaded anew");
                clean(jdbc);
            }
            flyway.migrate();
        };
    }

    private static boolean cutShort(JdbcClient jdbc) {
        boolean known = jdbc.sql("SELECT to_regclass('demo.load') IS NOT NULL")
                .query(Boolean.class)
                .single();
        return known
                && jdbc.sql("SELECT EXISTS (SELECT FROM demo.load WHERE finished_at IS NULL)")
                        .query(Boolean.class)
                        .single();
    }

    private static void clean(JdbcClient jdbc) {
        List<String> schemas = jdbc.sql("""
                        SELECT quote_ident(nspname) FROM pg_namespace
                        WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'
                        """).query(String.class).list();
        // One statement, so that a second interruption leaves the mark where it was, or nothing at all.
        jdbc.sql("DROP SCHEMA " + String.join(", ", schemas) + " CASCADE; CREATE SCHEMA public")
                .update();
    }
}

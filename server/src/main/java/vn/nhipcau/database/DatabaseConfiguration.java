package vn.nhipcau.database;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseConfiguration.Settings.class)
class DatabaseConfiguration {

    /**
     * @param url JDBC address of an outside PostgreSQL 18; empty: start our own
     * @param poolSize connections kept open
     */
    @ConfigurationProperties("nhipcau.database")
    record Settings(
            @DefaultValue("") String url,
            @DefaultValue("nhipcau") String user,
            @DefaultValue("") String password,
            @DefaultValue("16") int poolSize) {}

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "nhipcau.database.url", havingValue = "", matchIfMissing = true)
    static class Own {
        @Bean(destroyMethod = "close")
        OwnPostgres ownPostgres(@org.springframework.beans.factory.annotation.Value("${nhipcau.data:data}") Path data) {
            return OwnPostgres.startIn(data);
        }

        @Bean(destroyMethod = "close")
        HikariDataSource dataSource(OwnPostgres postgres, Settings settings) {
            return pool(postgres.url(), "nhipcau", postgres.password(), settings.poolSize());
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "nhipcau.database.url", matchIfMissing = false)
    static class Outside {
        @Bean(destroyMethod = "close")
        HikariDataSource dataSource(Settings settings) {
            return pool(settings.url(), settings.user(), settings.password(), settings.poolSize());
        }
    }

    private static HikariDataSource pool(String url, String user, String password, int size) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setUsername(user);
        pool.setPassword(password);
        pool.setMaximumPoolSize(size);
        pool.setPoolName("postgres");
        return pool;
    }
}

package vn.nhipcau.database;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.nio.file.Path;
import java.sql.SQLException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
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
    @ConditionalOnExpression("'${nhipcau.database.url:}' == ''")
    static class Own {
        @Bean(destroyMethod = "close")
        OwnPostgres ownPostgres(@Value("${nhipcau.data:data}") Path data) {
            return OwnPostgres.startIn(data);
        }

        @Bean(destroyMethod = "close")
        HikariDataSource dataSource(OwnPostgres postgres, Settings settings) {
            return pool(postgres.url(), "nhipcau", postgres.password(), settings.poolSize());
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnExpression("'${nhipcau.database.url:}' != ''")
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
        try {
            pool.getConnection().close();
            return pool;
        } catch (SQLException | HikariPool.PoolInitializationException e) {
            pool.close();
            throw new CannotStart(
                    "Không kết nối được PostgreSQL ở " + url + " (" + e.getMessage()
                            + "): hãy kiểm tra địa chỉ, tài khoản và mật khẩu. / PostgreSQL cannot be reached: check the"
                            + " address, user and password.",
                    e);
        }
    }
}

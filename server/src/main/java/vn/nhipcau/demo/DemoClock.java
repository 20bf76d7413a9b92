package vn.nhipcau.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import vn.nhipcau.database.PrivateFolder;
import vn.nhipcau.web.Shell;

/**
 * The demonstration's clock starts on the day that suits its directives and runs on from there. How far it stands from the
 * real time is kept beside the data, so that a restart does not set time back.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("nhipcau.demo")
class DemoClock {
    @Bean
    @Primary
    Clock shiftedClock(@Value("${nhipcau.data}") Path data, @Value("${now:2021-03-15T08:00}") LocalDateTime start)
            throws IOException {
        Path kept = data.resolve("demo-clock");
        if (!Files.exists(kept)) {
            PrivateFolder.make(data);
            Duration offset = Duration.between(Instant.now(), start.atZone(Shell.ZONE));
            Files.writeString(kept, offset.toString());
        }
        return Clock.offset(
                Clock.system(Shell.ZONE), Duration.parse(Files.readString(kept).strip()));
    }
}

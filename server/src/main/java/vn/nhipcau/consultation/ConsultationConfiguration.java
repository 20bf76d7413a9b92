package vn.nhipcau.consultation;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IntakeLimits.Settings.class)
class ConsultationConfiguration {
    @Bean
    IntakeLimits intakeLimits(IntakeLimits.Settings settings) {
        return new IntakeLimits(settings);
    }

    @Bean
    FilterRegistrationBean<OpinionDoor> opinionDoor(
            Opinions opinions, IntakeLimits limits, Clock clock, JsonMapper json) {
        FilterRegistrationBean<OpinionDoor> door =
                new FilterRegistrationBean<>(new OpinionDoor(opinions, limits, clock, json));
        door.addUrlPatterns("/api/v1/consultations/*");
        door.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return door;
    }
}

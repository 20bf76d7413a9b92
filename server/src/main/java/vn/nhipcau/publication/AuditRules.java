package vn.nhipcau.publication;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the operator allows the audits.
 *
 * @param enabled whether this node looks at sites
 * @param allowPrivate ranges of private or loopback addresses that may be connected to, such as {@code 10.1.0.0/16}; by
 *     default none
 * @param delay between two requests to one host
 * @param retryAfter before a server that failed is asked again, where it names no time itself
 * @param atOnce sites that this node looks at at the same time
 * @param perAddress sites on one network address that all nodes together look at at the same time
 * @param contact address or telephone that site owners find in our requests
 */
@ConfigurationProperties("nhipcau.audit")
public record AuditRules(
        @DefaultValue("true") boolean enabled,
        @DefaultValue List<String> allowPrivate,
        @DefaultValue("1s") Duration delay,
        @DefaultValue("5s") Duration retryAfter,
        @DefaultValue("60") int atOnce,
        @DefaultValue("8") int perAddress,
        @DefaultValue("") String contact) {}

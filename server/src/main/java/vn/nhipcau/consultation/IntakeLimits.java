package vn.nhipcau.consultation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.net.InetAddress;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Slows down floods. A whole village, school or office behind one address can hand in at the same evening: the burst is
 * generous and only what goes on for long is slowed. The limit of a consultation keeps one campaign from taking the server
 * from all others. What is turned away is told when to come back; nothing is dropped in silence.
 */
final class IntakeLimits {

    /**
     * @param unlimited for load tests
     * @param burst opinions from one address at once
     * @param perMinute and thereafter
     * @param consultationPerSecond all addresses together
     */
    @ConfigurationProperties("nhipcau.consultation.limits")
    record Settings(
            @DefaultValue("false") boolean unlimited,
            @DefaultValue("1000") int burst,
            @DefaultValue("300") int perMinute,
            @DefaultValue("5000") int consultationPerSecond) {}

    private final Settings settings;
    private final Cache<String, Bucket> addresses = Caffeine.newBuilder()
            .maximumSize(200_000)
            .expireAfterAccess(Duration.ofMinutes(30))
            .build();
    private final Cache<String, Bucket> consultations =
            Caffeine.newBuilder().maximumSize(10_000).build();

    IntakeLimits(Settings settings) {
        this.settings = settings;
    }

    /** @return how many seconds to wait; empty: come in */
    Optional<Long> wait(String address, String consultation) {
        if (settings.unlimited()) {
            return Optional.empty();
        }
        Optional<Long> wait = wait(addresses.get(network(address), key -> perAddress()));
        return wait.isPresent() ? wait : wait(consultations.get(consultation, key -> perConsultation()));
    }

    private static Optional<Long> wait(Bucket bucket) {
        var probe = bucket.tryConsumeAndReturnRemaining(1);
        return probe.isConsumed()
                ? Optional.empty()
                : Optional.of(
                        1 + Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds());
    }

    private Bucket perAddress() {
        return Bucket.builder()
                .addLimit(limit ->
                        limit.capacity(settings.burst()).refillGreedy(settings.perMinute(), Duration.ofMinutes(1)))
                .build();
    }

    private Bucket perConsultation() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(4L * settings.consultationPerSecond())
                        .refillGreedy(settings.consultationPerSecond(), Duration.ofSeconds(1)))
                .build();
    }

    /** One subscriber commands a whole /64 of IPv6. */
    private static String network(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        try {
            return HexFormat.of().formatHex(InetAddress.ofLiteral(address).getAddress(), 0, 8);
        } catch (IllegalArgumentException | IndexOutOfBoundsException odd) {
            return address; // Mapped IPv4, or what a proxy made up.
        }
    }
}

package vn.nhipcau.consultation;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import vn.nhipcau.database.Rounds;
import vn.nhipcau.web.Shell;

/**
 * What is done with opinions apart from their acceptance: they are made findable, and what was told about their identities is
 * erased when its time is over. Rests four times as long as it works, so that on the evening of a cut-off the processors
 * belong to those who hand in.
 */
@Component
final class Background extends Rounds {
    private static final Logger logger = LoggerFactory.getLogger(Background.class);
    private static final Duration PAUSE = Duration.ofMillis(400);
    private static final int REST = 4;

    private final Listing listing;
    private final Identities identities;
    private final Clock clock;
    private LocalDate erasedOn = LocalDate.MIN;

    Background(Listing listing, Identities identities, Clock clock) {
        super("opinions");
        this.listing = listing;
        this.identities = identities;
        this.clock = clock;
    }

    @Override
    protected Duration round() {
        long began = System.nanoTime();
        try {
            listing.list();
            eraseOnceADay();
        } catch (DataAccessException | TransactionException e) {
            logger.warn("Chưa xếp được ý kiến vào danh sách / could not list opinions: {}", e.getMessage());
        }
        Duration rest = Duration.ofNanos(REST * (System.nanoTime() - began));
        return rest.compareTo(PAUSE) > 0 ? rest : PAUSE;
    }

    private void eraseOnceADay() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Shell.ZONE);
        if (!today.equals(erasedOn)) {
            int erased = identities.eraseExpired(today);
            if (erased > 0) {
                logger.info("Đã xóa {} danh tính hết hạn lưu / erased {} identities", erased, erased);
            }
            erasedOn = today;
        }
    }
}

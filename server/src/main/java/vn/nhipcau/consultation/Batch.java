package vn.nhipcau.consultation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A round (đợt): opinions accepted before its cut-off and after the one before.
 *
 * @param lockedAt from when on its figures are frozen
 */
public record Batch(int number, Instant cutOff, @Nullable Instant lockedAt) {}

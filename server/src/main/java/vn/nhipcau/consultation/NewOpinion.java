package vn.nhipcau.consultation;

import org.jspecify.annotations.Nullable;
import vn.nhipcau.ledger.Hash;

/**
 * An opinion as it is handed in.
 *
 * @param clause anchor; empty: about the whole draft
 * @param text exactly as the giver confirmed it; the commitment covers its every byte
 * @param attachment SHA-256 of a scan or file that is stored already
 * @param idempotencyKey drawn by the giver's device, or printed on the slip: the same key is the same opinion, and the first
 *     half of the receipt code is made from it, so that two people can never be given one receipt
 */
public record NewOpinion(
        String consultation,
        @Nullable String clause,
        Channel channel,
        Stance stance,
        String text,
        @Nullable Hash attachment,
        String idempotencyKey) {}

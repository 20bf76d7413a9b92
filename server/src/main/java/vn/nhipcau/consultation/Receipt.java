package vn.nhipcau.consultation;

import org.jspecify.annotations.Nullable;
import vn.nhipcau.ledger.Acceptance;
import vn.nhipcau.ledger.Hash;
import vn.nhipcau.ledger.Opinion;
import vn.nhipcau.ledger.ReceiptCode;
import vn.nhipcau.records.RecordLog;

/**
 * What the giver keeps. The code opens it: who has the code sees the receipt, and nothing else leads to it.
 *
 * @param salt as the code gives it
 * @param index its place in the log
 * @param clause anchor; empty: about the whole draft
 * @param acceptedAt as it was signed
 */
public record Receipt(
        ReceiptCode code,
        Hash salt,
        RecordLog log,
        long index,
        Hash leaf,
        String acceptedAt,
        Acceptance signature,
        String consultation,
        @Nullable String clause,
        Channel channel,
        Stance stance,
        @Nullable Hash attachment) {

    public String id() {
        return code.toString();
    }

    static Opinion committed(NewOpinion opinion) {
        return new Opinion(
                opinion.consultation(),
                opinion.clause() == null ? "" : opinion.clause(),
                opinion.channel().word(),
                opinion.stance().word(),
                opinion.text(),
                opinion.attachment() == null ? Opinion.NO_ATTACHMENT : opinion.attachment());
    }
}

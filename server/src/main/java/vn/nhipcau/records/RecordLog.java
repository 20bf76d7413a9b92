package vn.nhipcau.records;

import vn.nhipcau.ledger.VerifierKey;

/**
 * A log as the database knows it.
 *
 * @param address where it is published, with the scheme; what receipts show
 */
public record RecordLog(int id, String slug, String address, VerifierKey key) {

    /** The name that signatures carry. */
    public String origin() {
        return origin(address);
    }

    static String origin(String address) {
        return address.replaceFirst("^https?://", "");
    }
}

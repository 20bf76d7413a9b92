package vn.nhipcau.documents;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.nhipcau.legaltext.Header;

/**
 * A registered document (văn bản).
 *
 * @param organisationId whose registry it is in
 * @param version of the header facts, for noticing that somebody else edited them meanwhile
 * @param header as read and corrected by hand; its spans are empty
 * @param issuerId the issuing unit, where the directory has exactly one of that name
 * @param withdrawn why it was taken out of the registry, where it was
 * @param read whether text could be taken out of the file
 * @param fileName of the document itself, as it was handed in
 */
public record OfficialDocument(
        long id,
        long organisationId,
        Instant filedAt,
        int version,
        Header header,
        @Nullable Long issuerId,
        @Nullable String withdrawn,
        boolean read,
        String fileName) {

    /** How it is called in a sentence: “1171/STTTT-TTBCXB”, or what it is about, or its file. */
    public String title() {
        if (header.number() != null) {
            return header.number();
        }
        return header.subject() != null ? header.subject() : fileName;
    }
}

package vn.nhipcau.ledger;

/**
 * What a receipt commits to: everything that must not change, nothing that tells who gave it.
 *
 * @param clause empty for the whole draft
 * @param channel and {@code stance}: the words of the API, so that no table of numbers has to be kept with the log
 * @param text exactly as confirmed by the giver, without any normalisation
 * @param attachment the SHA-256 of a scan or file; {@link #NO_ATTACHMENT} without one
 */
public record Opinion(String consultation, String clause, String channel, String stance, String text, Hash attachment) {
    public static final Hash NO_ATTACHMENT = Hash.wrap(new byte[Hash.LENGTH]);

    public Hash commitment(Hash salt) {
        return new Preimage("nhipcau-opinion/v1")
                .fixed(salt.bytes())
                .text(consultation)
                .text(clause)
                .text(channel)
                .text(stance)
                .text(text)
                .fixed(attachment.bytes())
                .hash();
    }

    /** Of an opinion that takes the place of the one at {@code index}. */
    public static Hash correction(long index, Hash commitment) {
        return new Preimage("nhipcau-correction/v1")
                .number(index)
                .fixed(commitment.bytes())
                .hash();
    }

    /** Of the public sign that the opinion at {@code index} was withdrawn or erased; its leaf stays. */
    public static Hash withdrawal(long index) {
        return new Preimage("nhipcau-withdrawal/v1").number(index).hash();
    }

    /** Of a public document: an opening or closing, an imported file, minutes, a count, a change of key. */
    public static Hash document(byte[] published) {
        return new Preimage("nhipcau-document/v1")
                .fixed(Hash.of(published).bytes())
                .hash();
    }
}

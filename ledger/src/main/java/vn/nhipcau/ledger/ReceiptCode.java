package vn.nhipcau.ledger;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Locale;

/**
 * The secret that makes a commitment impossible to guess: 64 bits drawn by the giver's device (or printed on the slip)
 * and 64 by the server. The giver's half stops one receipt from being handed to two people who wrote the same.
 */
public record ReceiptCode(long giver, long server) {
    /** Crockford's: nothing in it is mistaken for something else when read out or copied by hand. */
    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int HALF = 13;

    public static ReceiptCode parse(String code) {
        String clean = code.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replaceAll("[IL]", "1");
        if (clean.length() != 2 * HALF) {
            throw new IllegalArgumentException("a receipt code has 26 characters");
        }
        return new ReceiptCode(half(clean.substring(0, HALF)), half(clean.substring(HALF)));
    }

    private static long half(String letters) {
        BigInteger value = BigInteger.ZERO;
        for (char letter : letters.toCharArray()) {
            int digit = LETTERS.indexOf(letter);
            if (digit < 0) {
                throw new IllegalArgumentException("no such character in a receipt code: " + letter);
            }
            value = value.shiftLeft(5).add(BigInteger.valueOf(digit));
        }
        if (value.bitLength() > Long.SIZE) {
            throw new IllegalArgumentException("mistyped receipt code");
        }
        return value.longValue();
    }

    private static String letters(long half) {
        StringBuilder letters = new StringBuilder();
        for (int shift = 5 * (HALF - 1); shift >= 0; shift -= 5) {
            letters.append(LETTERS.charAt((int) (half >>> shift) & 31));
        }
        return letters.toString();
    }

    /** What the receipt shows; the code itself may stay with the giver alone. */
    public Hash salt() {
        return new Preimage("nhipcau-salt/v1")
                .fixed(ByteBuffer.allocate(16).putLong(giver).putLong(server).array())
                .hash();
    }

    /** 26 characters; the first half is the giver's. */
    @Override
    public String toString() {
        return letters(giver) + letters(server);
    }
}

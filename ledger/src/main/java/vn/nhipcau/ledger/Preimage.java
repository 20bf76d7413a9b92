package vn.nhipcau.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** What a commitment is the hash of: a label that names its kind, then fields that cannot run into each other. */
final class Preimage {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Preimage(String label) {
        bytes.writeBytes((label + "\n").getBytes(UTF_8));
    }

    Preimage fixed(byte[] field) {
        bytes.writeBytes(field);
        return this;
    }

    Preimage number(long field) {
        return fixed(ByteBuffer.allocate(Long.BYTES).putLong(field).array());
    }

    Preimage text(String field) {
        byte[] utf8 = field.getBytes(UTF_8);
        return fixed(ByteBuffer.allocate(Integer.BYTES).putInt(utf8.length).array())
                .fixed(utf8);
    }

    Hash hash() {
        return Hash.of(bytes.toByteArray());
    }
}

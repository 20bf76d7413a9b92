package vn.nhipcau.consultation;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.nhipcau.ledger.LogProof;

/** Spells a receipt as {@code verify.jar} reads it. Every value of it is plain ASCII without quotes, by construction. */
final class ReceiptJson {
    private ReceiptJson() {}

    static byte[] of(Receipt receipt, Optional<LogProof> proof) {
        StringBuilder json = new StringBuilder(1_200).append('{');
        field(json, "id", receipt.id());
        field(json, "log", receipt.log().address());
        json.append("\"index\":").append(receipt.index()).append(',');
        field(json, "leaf", receipt.leaf().toString());
        field(json, "salt", receipt.salt().toString());
        field(json, "acceptedAt", receipt.acceptedAt());
        field(json, "signature", receipt.signature().toString());
        field(json, "consultation", receipt.consultation());
        field(json, "clause", receipt.clause());
        field(json, "channel", receipt.channel().word());
        field(json, "stance", receipt.stance().word());
        field(
                json,
                "attachment",
                receipt.attachment() == null ? null : receipt.attachment().toString());
        proof.ifPresent(lines -> field(json, "proof", lines.toString().replace("\n", "\\n")));
        field(json, "key", receipt.log().key().toString());
        json.setCharAt(json.length() - 1, '}');
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void field(StringBuilder json, String name, @Nullable String value) {
        json.append('"').append(name).append("\":");
        if (value == null) {
            json.append("null");
        } else {
            json.append('"').append(value).append('"');
        }
        json.append(',');
    }
}

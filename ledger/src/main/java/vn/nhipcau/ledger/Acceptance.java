package vn.nhipcau.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The log's signed promise, given before the leaf has its place in the log: receipts that became durable together form
 * a small Merkle tree whose root is signed once. Signing each of them would cap a server near 2,600 a second and core.
 */
public record Acceptance(long place, List<Hash> path, TreeHead batch, Note.Signature signature) {

    /** What is promised; {@code acceptedAt} as the receipt spells it. */
    public record Promise(String id, String acceptedAt, Hash leaf) {
        /** What stands for it in the tree that is signed; tells nothing to who does not know the id. */
        public Hash hash() {
            return new Preimage("nhipcau-promise/v1")
                    .text(id)
                    .text(acceptedAt)
                    .fixed(leaf.bytes())
                    .hash();
        }
    }

    /** One for each promise, in their order. */
    public static List<Acceptance> sign(SigningKey log, List<Promise> promises) {
        return signHashed(log, promises.stream().map(Promise::hash).toList());
    }

    /** The same from the hashes of the promises: a receipt can be given again by who kept only these. */
    public static List<Acceptance> signHashed(SigningKey log, List<Hash> promises) {
        Map<Subtree, Hash> known = new HashMap<>();
        for (int place = 0; place < promises.size(); place++) {
            known.put(Subtree.leaf(place), promises.get(place));
        }
        TreeHead batch = new TreeHead(promises.size(), hash(Subtree.first(promises.size()), known));
        Note.Signature signature = log.sign(text(log.name(), batch));
        List<Acceptance> acceptances = new ArrayList<>(promises.size());
        for (int place = 0; place < promises.size(); place++) {
            List<Hash> path = Subtree.leaf(place).proof(batch.size(), part -> hash(part, known));
            acceptances.add(new Acceptance(place, path, batch, signature));
        }
        return acceptances;
    }

    private static Hash hash(Subtree part, Map<Subtree, Hash> known) {
        Hash hash = known.get(part);
        if (hash == null) {
            Subtree left = part.left();
            hash = Hash.node(hash(left, known), hash(new Subtree(left.end(), part.end()), known));
            known.put(part, hash);
        }
        return hash;
    }

    /** Its second line is no number, so that nobody can take it for a checkpoint. */
    private static String text(String origin, TreeHead batch) {
        return "nhipcau-accepted/v1\n" + origin + "\n" + batch.lines();
    }

    public static Acceptance parse(String origin, String line) {
        List<String> parts = Arrays.asList(line.split(" ", -1));
        int last = parts.size() - 1;
        if (last < 3) {
            throw new IllegalArgumentException("not a signature of acceptance");
        }
        return new Acceptance(
                Canonical.decimal(parts.get(0)),
                parts.subList(3, last).stream().map(Hash::parse).toList(),
                TreeHead.parse(parts.get(1), parts.get(2)),
                Note.Signature.parse("— " + origin + " " + parts.get(last)));
    }

    public boolean shows(Promise promise, VerifierKey log) {
        return log.id() == signature.keyId()
                && Subtree.leaf(place).isProved(promise.hash(), path, batch)
                && log.verifies(text(log.name(), batch), signature.bytes());
    }

    /** One line, for the field {@code signature} of a receipt. */
    @Override
    public String toString() {
        StringBuilder line = new StringBuilder(64 * (path.size() + 4));
        line.append(place).append(' ').append(batch.size()).append(' ').append(batch.root());
        path.forEach(hash -> line.append(' ').append(hash));
        return line.append(' ').append(signature.base64()).toString();
    }
}

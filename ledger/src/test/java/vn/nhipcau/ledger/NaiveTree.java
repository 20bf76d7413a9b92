package vn.nhipcau.ledger;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/** RFC 6962 section 2.1, word for word and without any cleverness: what the real code is compared with. */
final class NaiveTree {
    private final List<byte[]> entries = new ArrayList<>();

    static NaiveTree of(long size) {
        NaiveTree tree = new NaiveTree();
        for (int i = 0; i < size; i++) {
            tree.entries.add(("entry " + i).getBytes());
        }
        return tree;
    }

    static NaiveTree of(List<byte[]> entries) {
        NaiveTree tree = new NaiveTree();
        tree.entries.addAll(entries);
        return tree;
    }

    Hash root() {
        return hash(0, entries.size());
    }

    TreeHead head(long size) {
        return new TreeHead(size, hash(0, size));
    }

    Hash hash(Subtree part) {
        return hash(part.start(), part.end());
    }

    Hash hash(long start, long end) {
        return Hash.wrap(treeHash(start, end));
    }

    private byte[] treeHash(long start, long end) {
        if (start == end) {
            return sha256();
        } else if (end - start == 1) {
            return sha256(new byte[] {0}, entries.get((int) start));
        }
        long split = 1;
        while (split * 2 < end - start) {
            split *= 2;
        }
        return sha256(new byte[] {1}, treeHash(start, start + split), treeHash(start + split, end));
    }

    private static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}

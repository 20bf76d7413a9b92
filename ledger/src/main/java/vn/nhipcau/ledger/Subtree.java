package vn.nhipcau.ledger;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;

/**
 * The leaves from {@code start} up to, not including, {@code end}, where they form a part of every larger Merkle tree.
 *
 * <p>There is one kind of proof: that a subtree belongs to a tree (draft-ietf-plants-merkle-tree-certs, section 4.4).
 * For a single leaf it is the inclusion proof of RFC 6962, for the first n leaves its consistency proof. Of no leaves
 * there is nothing to prove.
 */
record Subtree(long start, long end) {

    static Subtree leaf(long index) {
        return new Subtree(index, index + 1);
    }

    static Subtree first(long size) {
        return new Subtree(0, size);
    }

    private boolean isIn(long size) {
        if (start < 0 || start >= end || end > size) {
            return false;
        }
        long width = end - start;
        long span = width == 1 ? 1 : Long.highestOneBit(width - 1) << 1;
        return start % span == 0;
    }

    /** The hashes that lead from this subtree to the root of a tree of {@code size} leaves, lowest first. */
    List<Hash> proof(long size, Function<Subtree, Hash> hashes) {
        if (!isIn(size)) {
            throw new IllegalArgumentException(this + " is no subtree of " + size + " leaves");
        }
        List<Hash> proof = new ArrayList<>();
        climb(new Subtree(0, size), true, hashes, proof);
        return proof;
    }

    /** Inside {@code tree}; {@code whole} while the checker knows the hash of what is left of this subtree. */
    private void climb(Subtree tree, boolean whole, Function<Subtree, Hash> hashes, List<Hash> proof) {
        if (start <= tree.start && end == tree.end) {
            if (!whole) {
                proof.add(hashes.apply(tree));
            }
            return;
        }
        Subtree left = tree.left();
        Subtree right = new Subtree(left.end, tree.end);
        if (end <= left.end) {
            climb(left, whole, hashes, proof);
            proof.add(hashes.apply(right));
        } else {
            climb(right, whole && start >= right.start, hashes, proof);
            proof.add(hashes.apply(left));
        }
    }

    /** All but the last leaves, as many as the largest power of two that leaves some over. */
    Subtree left() {
        return new Subtree(start, start + Long.highestOneBit(end - start - 1));
    }

    /** Whether {@code proof} shows that this subtree, with the hash {@code own}, belongs to the tree. */
    boolean isProved(Hash own, List<Hash> proof, TreeHead tree) {
        if (!isIn(tree.size())) {
            return start == end
                    && start >= 0
                    && end <= tree.size()
                    && proof.isEmpty()
                    && own.equals(TreeHead.EMPTY.root());
        }
        // Numbers of the nodes, at the height reached, over the first and last leaf of this subtree and the last of the
        // tree.
        long first = start;
        long last = end - 1;
        long edge = tree.size() - 1;
        while (first != last && (last == edge || (last & 1) == 1)) {
            first >>= 1;
            last >>= 1;
            edge >>= 1;
        }
        Iterator<Hash> rest = proof.iterator();
        if (first != last && !rest.hasNext()) {
            return false;
        }
        Hash inSubtree = first == last ? own : rest.next();
        Hash inTree = inSubtree;
        while (rest.hasNext()) {
            if (edge == 0) {
                return false;
            }
            Hash next = rest.next();
            if ((last & 1) == 1 || last == edge) {
                if (first < last) {
                    inSubtree = Hash.node(next, inSubtree);
                }
                inTree = Hash.node(next, inTree);
                // A node at the right edge without a sibling stands for its parent too.
                int lone = Long.numberOfTrailingZeros(last);
                first >>= lone;
                last >>= lone;
                edge >>= lone;
            } else {
                inTree = Hash.node(inTree, next);
            }
            first >>= 1;
            last >>= 1;
            edge >>= 1;
        }
        return edge == 0 && inSubtree.equals(own) && inTree.equals(tree.root());
    }
}

package vn.nhipcau.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SubtreeTest {
    private static final int LARGEST = 70;
    private final NaiveTree tree = NaiveTree.of(LARGEST + 1);

    /** A claim that a subtree is in a tree, whether true or not. */
    private record Claim(Subtree part, Hash own, List<Hash> proof, TreeHead head) {
        boolean holds() {
            return part.isProved(own, proof, head);
        }
    }

    private Claim truth(Subtree part, long size) {
        return new Claim(part, tree.hash(part), part.proof(size, tree::hash), tree.head(size));
    }

    @Test
    void every_leaf_of_every_tree_is_proved_with_as_many_hashes_as_the_tree_is_high_at_most() {
        for (int size = 1; size <= LARGEST; size++) {
            int height = 32 - Integer.numberOfLeadingZeros(size - 1);
            for (int index = 0; index < size; index++) {
                Claim claim = truth(Subtree.leaf(index), size);
                assertThat(claim.holds()).as("leaf %d of %d", index, size).isTrue();
                assertThat(claim.proof).hasSizeLessThanOrEqualTo(height);
            }
        }
    }

    @Test
    void every_tree_is_proved_to_be_the_beginning_of_every_larger_one() {
        for (int size = 1; size <= LARGEST; size++) {
            for (int older = 1; older <= size; older++) {
                List<Hash> proof = Subtree.first(older).proof(size, tree::hash);
                assertThat(tree.head(size).follows(tree.head(older), proof))
                        .as("%d in %d", older, size)
                        .isTrue();
            }
        }
    }

    @Test
    void every_part_that_stays_a_part_as_the_tree_grows_is_proved() {
        for (int size = 1; size <= 40; size++) {
            for (int start = 0; start < size; start++) {
                for (int end = start + 1; end <= size; end++) {
                    int span = end - start == 1 ? 1 : Integer.highestOneBit(end - start - 1) * 2;
                    Subtree part = new Subtree(start, end);
                    if (start % span == 0) {
                        assertThat(truth(part, size).holds())
                                .as("%s in %d", part, size)
                                .isTrue();
                    } else {
                        int whole = size;
                        assertThatIllegalArgumentException().isThrownBy(() -> part.proof(whole, tree::hash));
                        assertThat(part.isProved(tree.hash(part), List.of(), tree.head(size)))
                                .isFalse();
                    }
                }
            }
        }
    }

    @Test
    void nothing_follows_from_an_empty_tree_and_nothing_is_in_one() {
        assertThat(tree.head(3).follows(TreeHead.EMPTY, List.of())).isFalse();
        assertThat(TreeHead.EMPTY.follows(TreeHead.EMPTY, List.of())).isFalse();
        assertThat(Subtree.leaf(0).isProved(tree.hash(0, 1), List.of(), TreeHead.EMPTY))
                .isFalse();
        assertThat(Subtree.leaf(0).isProved(TreeHead.EMPTY.root(), List.of(), TreeHead.EMPTY))
                .isFalse();
    }

    @Test
    void absurd_numbers_are_refused_and_do_not_hang() {
        Hash any = Hash.of(new byte[1]);
        List<Hash> long63 = Collections.nCopies(63, any);
        for (long index : new long[] {-1, Long.MIN_VALUE, Long.MAX_VALUE, Long.MAX_VALUE - 1, 1L << 62}) {
            for (long size : new long[] {0, 1, 1L << 62, Long.MAX_VALUE}) {
                TreeHead head = new TreeHead(size, any);
                for (List<Hash> proof : List.of(List.<Hash>of(), long63, Collections.nCopies(64, any))) {
                    assertThat(new Subtree(index, index + 1).isProved(any, proof, head))
                            .isFalse();
                    assertThat(new Subtree(0, index).isProved(any, proof, head) && index != size)
                            .isFalse();
                    assertThat(new Subtree(index, Long.MAX_VALUE).isProved(any, proof, head))
                            .isFalse();
                }
            }
        }
    }

    @Test
    void no_altered_proof_holds() {
        int altered = 0;
        for (int seed = 0; seed < 4_000; seed++) {
            Random random = new Random(seed);
            int size = 1 + random.nextInt(LARGEST);
            boolean leaf = random.nextBoolean();
            int number = random.nextInt(size);
            Claim truth = truth(leaf ? Subtree.leaf(number) : Subtree.first(number + 1), size);
            for (Map.Entry<String, Claim> lie : lies(truth, random).entrySet()) {
                if (!lie.getValue().equals(truth)) {
                    assertThat(lie.getValue().holds())
                            .as("seed %d: %s: %s", seed, lie.getKey(), lie.getValue())
                            .isFalse();
                    altered++;
                }
            }
        }
        assertThat(altered).isGreaterThan(80_000);
    }

    private Map<String, Claim> lies(Claim c, Random random) {
        Map<String, Claim> lies = new LinkedHashMap<>();
        long start = c.part.start();
        long end = c.part.end();
        long size = c.head.size();
        Hash root = c.head.root();
        Hash noise = noise(random);
        boolean leaf = end - start == 1 && size > 1;
        for (long shift : new long[] {-1, 1, 2, size, -start, start ^ 2}) {
            lies.put("moved by " + shift, new Claim(new Subtree(start + shift, end + shift), c.own, c.proof, c.head));
        }
        lies.put("longer", new Claim(new Subtree(start, end + 1), c.own, c.proof, c.head));
        lies.put("shorter", new Claim(new Subtree(start, end - 1), c.own, c.proof, c.head));
        lies.put("negative", new Claim(new Subtree(~start, ~start + 1), c.own, c.proof, c.head));
        lies.put("as large as the tree", new Claim(new Subtree(size, size + 1), c.own, c.proof, c.head));
        lies.put("other leaf", new Claim(c.part, noise, c.proof, c.head));
        lies.put("root as leaf", new Claim(c.part, c.own.equals(root) ? noise : root, c.proof, c.head));
        lies.put("other root", new Claim(c.part, c.own, c.proof, new TreeHead(size, noise)));
        lies.put(
                "root of the empty tree", new Claim(c.part, c.own, c.proof, new TreeHead(size, TreeHead.EMPTY.root())));
        lies.put("swapped", new Claim(c.part, c.own.equals(root) ? noise : root, c.proof, new TreeHead(size, c.own)));
        lies.put(
                "nothing but the leaf", new Claim(c.part, c.own, List.of(), c.proof.isEmpty() ? otherRoot(c) : c.head));
        for (int i = 0; i < c.proof.size(); i++) {
            lies.put("bit in " + i, with(c, i, flip(c.proof.get(i), random)));
            lies.put("noise in " + i, with(c, i, noise));
            List<Hash> without = new ArrayList<>(c.proof);
            without.remove(i);
            lies.put("without " + i, new Claim(c.part, c.own, without, c.head));
            List<Hash> twice = new ArrayList<>(c.proof);
            twice.add(i, c.proof.get(i));
            lies.put("twice " + i, new Claim(c.part, c.own, twice, c.head));
        }
        for (Hash extra : List.of(noise, c.own, root, TreeHead.EMPTY.root())) {
            List<Hash> before = new ArrayList<>(c.proof);
            before.add(0, extra);
            lies.put("before " + extra, new Claim(c.part, c.own, before, c.head));
            List<Hash> after = new ArrayList<>(c.proof);
            after.add(extra);
            lies.put("after " + extra, new Claim(c.part, c.own, after, c.head));
            // The hashes add up, but to a tree one storey higher than its size allows.
            lies.put("storey on the left " + extra, higher(c, after, Hash.node(extra, root)));
            lies.put("storey on the right " + extra, higher(c, after, Hash.node(root, extra)));
        }
        if (c.proof.size() > 1) {
            List<Hash> reversed = new ArrayList<>(c.proof);
            Collections.reverse(reversed);
            lies.put("reversed", new Claim(c.part, c.own, reversed, c.head));
        }
        // Of another size with its own root: the path of one tree never fits another.
        for (long other : new long[] {size + 1, size - 1}) {
            if (other > 0 && other <= LARGEST && leaf) {
                lies.put(
                        "root of " + other, new Claim(c.part, c.own, c.proof, new TreeHead(size, tree.hash(0, other))));
            }
        }
        return lies;
    }

    private static TreeHead otherRoot(Claim c) {
        return new TreeHead(c.head.size(), Hash.leaf(new byte[0]));
    }

    private static Claim higher(Claim c, List<Hash> proof, Hash root) {
        return new Claim(c.part, c.own, proof, new TreeHead(c.head.size(), root));
    }

    private static Claim with(Claim c, int place, Hash hash) {
        List<Hash> proof = new ArrayList<>(c.proof);
        proof.set(place, hash);
        return new Claim(c.part, c.own, proof, c.head);
    }

    private static Hash flip(Hash hash, Random random) {
        byte[] bytes = hash.bytes();
        bytes[random.nextInt(Hash.LENGTH)] ^= (byte) (1 << random.nextInt(8));
        return Hash.wrap(bytes);
    }

    private static Hash noise(Random random) {
        byte[] bytes = new byte[Hash.LENGTH];
        random.nextBytes(bytes);
        return Hash.wrap(bytes);
    }

    /** A path alone does not fix the size of its tree; the checkpoint does, which signs size and root together. */
    @Test
    void a_proof_is_good_for_one_place_only() {
        for (int size = 1; size <= LARGEST; size++) {
            for (int index = 0; index < size; index++) {
                Claim truth = truth(Subtree.leaf(index), size);
                for (int place = 0; place <= size; place++) {
                    assertThat(Subtree.leaf(place).isProved(truth.own, truth.proof, truth.head))
                            .as("leaf %d of %d taken for %d", index, size, place)
                            .isEqualTo(place == index);
                }
            }
        }
    }
}

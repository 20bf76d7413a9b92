/**
 * An append-only Merkle log in the public formats of C2SP (tlog-tiles, signed-note, tlog-checkpoint, tlog-proof,
 * tlog-policy, tlog-cosignature), the receipts that rest on it, and the verifier that anyone can run.
 *
 * <p>One rule carries the crash discipline: the order of the entries is durable <em>before</em> any tile is written
 * ({@link vn.nhipcau.ledger.Sequence}), so that every file of the log is a function of that order. Writing a file again
 * after a crash, or on a second node, writes the same bytes. Why it is built so: {@code docs/decisions/0005-log-format.md}.
 *
 * <p>Uses nothing but the JDK, and no newer one than 17, so that the verifier runs wherever somebody wants to check.
 */
package vn.nhipcau.ledger;

package vn.nhipcau.ledger;

import java.io.IOException;

/**
 * Where the last tree head is recorded <em>before</em> it is signed, so that there are never two trees of one size. It
 * is the truth, files may lag behind it; keep it outside ordinary backups, since putting back an old one forks the log.
 */
@FunctionalInterface
public interface TreeHeadLock {

    /**
     * If {@code expected} is recorded, or nothing yet and {@code expected} is the empty tree, records {@code next}, in
     * one indivisible and durable step.
     *
     * @return what is recorded then: {@code next}, or what another writer recorded
     */
    TreeHead swap(TreeHead expected, TreeHead next) throws IOException;
}

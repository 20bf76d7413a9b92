package vn.nhipcau.consultation;

/**
 * A clause as one version of the draft has it.
 *
 * @param anchor names it in links, receipts and commitments, through all versions
 * @param level 1 for the uppermost headings
 */
public record Clause(int id, String anchor, int position, int level, String heading, String text) {}

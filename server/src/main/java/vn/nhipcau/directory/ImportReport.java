package vn.nhipcau.directory;

import java.util.List;

/**
 * What a file would do, or did, to the directory.
 *
 * @param faults row by row; when there is one, nothing is written
 * @param changes units that are new or different, in the order of the file
 * @param unchanged units of the file that stand in the directory just so
 */
public record ImportReport(List<Fault> faults, List<Change> changes, int unchanged) {
    /**
     * @param row as the spreadsheet program counts it
     * @param column title of the column
     */
    public record Fault(int row, String column, String vietnamese, String english) {}

    /**
     * @param added whether the unit is new
     * @param what in words, what of it changes; empty for a new one
     */
    public record Change(String code, String name, boolean added, List<String> what) {}

    public boolean right() {
        return faults.isEmpty();
    }

    public long added() {
        return changes.stream().filter(Change::added).count();
    }

    public long changed() {
        return changes.size() - added();
    }
}

package vn.nhipcau.directory;

import java.util.List;

/**
 * A group with its members on a day.
 *
 * @param under the unit it stands under, as best known that day
 */
public record GroupView(Group group, Organisation under, List<Organisation> members) {}

package vn.nhipcau.duties;

import org.jspecify.annotations.Nullable;
import vn.nhipcau.directory.Officer;

/**
 * Who does an act, as the history names them.
 *
 * @param id of the person; null: a machine
 */
record Actor(@Nullable Long id, String name) {
    static Actor of(Officer officer) {
        return new Actor(officer.id(), officer.name());
    }
}

package vn.nhipcau.directory;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An account with its posts, as administrators see it. */
public record Person(
        long id, String username, String name, @Nullable String email, boolean active, List<Held> posts) {

    /**
     * A post with its unit's name.
     *
     * @param alive whether the unit exists today; a post at one that has ended lets its holder do nothing
     */
    public record Held(Role role, long organisationId, String unit, boolean alive) {}
}

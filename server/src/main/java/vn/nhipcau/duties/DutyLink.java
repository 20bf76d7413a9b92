package vn.nhipcau.duties;

import java.util.Optional;
import java.util.function.Function;

/**
 * Where another module has something for a duty, contributed as a bean and shown as a button on the duty's page.
 *
 * @param path of the page that has it; empty where there is nothing for that duty
 */
public record DutyLink(String vietnamese, String english, Function<Duty, Optional<String>> path) {

    /** As it stands on the page of one duty. */
    record Shown(String vietnamese, String english, String href) {}

    Optional<Shown> of(Duty duty) {
        return path.apply(duty).map(href -> new Shown(vietnamese, english, href));
    }
}

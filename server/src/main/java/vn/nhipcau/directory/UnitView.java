package vn.nhipcau.directory;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A unit's page.
 *
 * @param unit as best known on the day asked about
 * @param alive whether it exists that day
 * @param from first day of its life
 * @param last last day of its life; null: without end
 * @param chain the units above it that day, from the top
 * @param before units whose work came to it
 * @param after units to which its work went
 */
public record UnitView(
        Organisation unit,
        boolean alive,
        boolean demo,
        LocalDate from,
        @Nullable LocalDate last,
        List<Organisation> chain,
        List<Organisation> children,
        List<Organisation> holders,
        List<Period> names,
        List<Period> parents,
        List<Period> sites,
        List<Lineage> before,
        List<Lineage> after,
        List<Person> people,
        List<Act> acts) {

    /**
     * Something that held from one day to another.
     *
     * @param last null: without end
     * @param unit the unit spoken of, to be linked
     */
    public record Period(
            LocalDate from,
            @Nullable LocalDate last,
            String text,
            @Nullable Long unit) {}

    /** One reorganisation, seen from this unit. */
    public record Lineage(
            LocalDate on,
            String vietnamese,
            String english,
            @Nullable String basis,
            List<Reference> units) {}

    public record Reference(long id, String name) {}
}

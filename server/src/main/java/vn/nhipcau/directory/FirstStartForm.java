package vn.nhipcau.directory;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The topmost unit and its administrator, as filled in.
 *
 * @param unitCode empty: a provisional one is given
 */
record FirstStartForm(
        @Nullable String unit,
        @Nullable String unitCode,
        @Nullable String kind,
        @Nullable String line,
        @Nullable LocalDate from,
        @Nullable String name,
        @Nullable String username,
        @Nullable String password,
        @Nullable String repeated) {

    static FirstStartForm empty() {
        return new FirstStartForm(null, null, "tinh", Line.STATE.slug(), null, null, null, null, null);
    }

    Founding founding() {
        return new Founding(
                unitCode, Line.ofSlug(ActForm.text(line)), ActForm.text(unit), null, ActForm.text(kind), null, false);
    }
}

/**
 * Directives, the obligations read from them, and the duties that units do: what is due from whom and when, its state,
 * the evidence handed in, who checked it, who is to be reminded.
 *
 * <p>{@link vn.nhipcau.duties.Directives} takes a directive from draft to duties; {@code Duties} holds
 * the acts on one duty; {@code Boards} answers how far things are.
 */
@NullMarked
@ApplicationModule(
        displayName = "Nhiệm vụ",
        allowedDependencies = {"web", "calendar", "directory", "documents"})
package vn.nhipcau.duties;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

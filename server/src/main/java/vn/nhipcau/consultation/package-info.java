/**
 * Drafts put to the people and what the people say about them: clauses, batches with cut-offs, channels, opinions, receipts,
 * figures.
 *
 * <p>{@link vn.nhipcau.consultation.Consultations} opens and describes a consultation; {@link
 * vn.nhipcau.consultation.Opinions} is the one way by which an opinion is taken in, whatever its channel. What was said is in
 * the schema {@code consultation}, who said it in {@code consultation_identity}.
 */
@NullMarked
@ApplicationModule(
        displayName = "Lấy ý kiến",
        allowedDependencies = {"database", "web", "directory", "documents", "duties", "records"})
package vn.nhipcau.consultation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

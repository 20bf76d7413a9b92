/**
 * The registry of official documents: files byte for byte, the text taken out of them, what was read in it, citations.
 *
 * <p>Readings come from {@code legaltext}; who may see a document is decided from the posts of {@code directory}. Higher
 * modules keep their own files in {@link vn.nhipcau.documents.FileStore}.
 */
@NullMarked
@ApplicationModule(
        displayName = "Sổ văn bản",
        allowedDependencies = {"database", "web", "directory"})
package vn.nhipcau.documents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

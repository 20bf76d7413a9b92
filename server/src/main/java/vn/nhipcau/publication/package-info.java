/**
 * “Dân biết: which units have really published it?” Campaigns in which units must post a document, audits of their web
 * sites by the library {@code crawl}, verdicts with proof, and what follows from them for the units' duties.
 *
 * <p>{@link vn.nhipcau.publication.Campaigns} makes a campaign and moves it; the worker looks at the sites by the
 * schedule in the database, which several nodes share.
 */
@NullMarked
@ApplicationModule(
        displayName = "Đăng tải",
        allowedDependencies = {"web", "directory", "documents", "duties"})
package vn.nhipcau.publication;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

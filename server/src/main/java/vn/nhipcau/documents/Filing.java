package vn.nhipcau.documents;

import java.util.List;

/**
 * A document to be registered.
 *
 * @param organisationId whose registry it enters
 * @param personId who files it and answers for the declaration
 * @param notSecret the declaration that it holds no State secret
 */
public record Filing(
        long organisationId, long personId, boolean notSecret, Upload document, List<Upload> attachments) {}

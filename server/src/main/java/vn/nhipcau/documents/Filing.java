package vn.nhipcau.documents;

import java.util.List;
import vn.nhipcau.web.Refusal;

/**
 * A document to be registered.
 *
 * @param organisationId whose registry it enters
 * @param personId who files it and answers for the declaration
 * @param notSecret the declaration that it holds no State secret
 */
public record Filing(long organisationId, long personId, boolean notSecret, Upload document, List<Upload> attachments) {

    static Refusal notDeclared() {
        return Refusal.invalid(
                "NOT_DECLARED",
                "Hãy xác nhận văn bản và tệp kèm theo không chứa bí mật nhà nước rồi gửi lại.",
                "Declare that the document and its attachments hold no State secret, then send again.");
    }
}

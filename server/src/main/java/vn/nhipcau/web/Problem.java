package vn.nhipcau.web;

import java.net.URI;
import org.springframework.http.ProblemDetail;

/** A {@link Refusal} as RFC 9457 says it, for programs: the code is stable, the sentences are for their users. */
public final class Problem {
    private Problem() {}

    public static ProblemDetail of(Refusal refusal) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(refusal.status(), refusal.sentence(Language.VI));
        problem.setTitle(refusal.status().getReasonPhrase());
        problem.setType(URI.create("urn:nhipcau:" + refusal.code()));
        problem.setProperty("code", refusal.code());
        problem.setProperty("detailEnglish", refusal.sentence(Language.EN));
        return problem;
    }
}

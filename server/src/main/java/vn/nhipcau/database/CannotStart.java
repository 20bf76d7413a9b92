package vn.nhipcau.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;
import org.springframework.boot.web.server.PortInUseException;

/** The server cannot start for a reason that its operator can mend; the message says how, in one sentence. */
public final class CannotStart extends RuntimeException {
    private static final long serialVersionUID = 1;

    public CannotStart(String message) {
        super(message);
    }

    CannotStart(String message, Throwable cause) {
        super(message, cause);
    }

    static final class Analyzer extends AbstractFailureAnalyzer<CannotStart> {
        @Override
        protected FailureAnalysis analyze(Throwable root, CannotStart cause) {
            return new FailureAnalysis(cause.getMessage(), null, cause);
        }
    }

    static final class PortAnalyzer extends AbstractFailureAnalyzer<PortInUseException> {
        @Override
        protected FailureAnalysis analyze(Throwable root, PortInUseException cause) {
            return new FailureAnalysis(
                    "Cổng " + cause.getPort()
                            + " đang có chương trình khác dùng: hãy dừng chương trình đó hoặc chạy với --port=<cổng khác>."
                            + " / Port " + cause.getPort()
                            + " is in use: stop the other program or run with --port=<another>.",
                    null,
                    cause);
        }
    }

    /** Prints the sentence alone: an operator needs neither a banner nor a stack trace. */
    static final class Reporter implements FailureAnalysisReporter {
        @Override
        public void report(FailureAnalysis analysis) {
            System.err.println(analysis.getDescription());
            if (analysis.getAction() != null) {
                System.err.println(analysis.getAction());
            }
        }
    }
}

package vn.nhipcau.ledger;

import java.io.IOException;

/** The files of a log contradict each other, their checkpoint, or the entries they are made from. */
public final class CorruptLog extends IOException {
    private static final long serialVersionUID = 1;

    CorruptLog(String message) {
        super(message);
    }

    CorruptLog(String message, Throwable cause) {
        super(message, cause);
    }
}

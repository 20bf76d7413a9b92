package vn.nhipcau.crawl.fetch;

import org.jspecify.annotations.Nullable;

/** Finds where a response body ends, fed piece by piece as it comes. */
final class Framing {
    private enum State {
        LENGTH,
        UNTIL_CLOSE,
        CHUNK_SIZE,
        CHUNK_EXTENSION,
        CHUNK_DATA,
        CHUNK_END,
        TRAILER,
        DONE,
        BROKEN
    }

    private State state;
    private long remaining;
    private int lineLength;
    private int digits;

    private Framing(State state, long remaining) {
        this.state = state;
        this.remaining = remaining;
    }

    static Framing none() {
        return new Framing(State.DONE, 0);
    }

    static Framing length(long bytes) {
        return new Framing(bytes == 0 ? State.DONE : State.LENGTH, bytes);
    }

    static Framing untilClose() {
        return new Framing(State.UNTIL_CLOSE, 0);
    }

    static Framing chunked() {
        return new Framing(State.CHUNK_SIZE, 0);
    }

    boolean done() {
        return state == State.DONE;
    }

    /** Bytes still to come where the server named the length, else -1. */
    long remaining() {
        return state == State.LENGTH ? remaining : state == State.DONE ? 0 : -1;
    }

    boolean broken() {
        return state == State.BROKEN;
    }

    /** Whether the body is whole when the server closes now. */
    boolean doneAtClose() {
        return state == State.DONE || state == State.UNTIL_CLOSE;
    }

    /** Takes bytes up to the body's end; gives how many were its. */
    int feed(byte[] bytes, int from, int to) {
        return feed(bytes, from, to, null);
    }

    interface Piece {
        void at(int from, int count);
    }

    int feed(byte[] bytes, int from, int to, @Nullable Piece payload) {
        int i = from;
        while (i < to && state != State.DONE && state != State.BROKEN) {
            switch (state) {
                case UNTIL_CLOSE -> i = to;
                case LENGTH, CHUNK_DATA -> {
                    int take = (int) Math.min(remaining, to - i);
                    if (payload != null) {
                        payload.at(i, take);
                    }
                    i += take;
                    remaining -= take;
                    if (remaining == 0) {
                        state = state == State.LENGTH ? State.DONE : State.CHUNK_END;
                    }
                }
                case CHUNK_SIZE -> {
                    byte b = bytes[i++];
                    int digit = Character.digit(b, 16);
                    if (digit >= 0 && digits < 12) {
                        remaining = remaining * 16 + digit;
                        digits++;
                    } else if (b == '\n') {
                        sizeRead();
                    } else if (b == ';' || b == ' ' || b == '\r' || b == '\t') {
                        state = State.CHUNK_EXTENSION;
                    } else {
                        state = State.BROKEN;
                    }
                }
                case CHUNK_EXTENSION -> {
                    if (bytes[i++] == '\n') {
                        sizeRead();
                    }
                }
                case CHUNK_END -> {
                    byte b = bytes[i++];
                    if (b == '\n') {
                        state = State.CHUNK_SIZE;
                        remaining = 0;
                        digits = 0;
                    } else if (b != '\r') {
                        state = State.BROKEN;
                    }
                }
                case TRAILER -> {
                    byte b = bytes[i++];
                    if (b == '\n') {
                        state = lineLength == 0 ? State.DONE : State.TRAILER;
                        lineLength = 0;
                    } else if (b != '\r') {
                        lineLength++;
                    }
                }
                case DONE, BROKEN -> throw new IllegalStateException();
            }
        }
        return i - from;
    }

    private void sizeRead() {
        if (digits == 0) {
            state = State.BROKEN;
        } else {
            state = remaining == 0 ? State.TRAILER : State.CHUNK_DATA;
        }
    }
}

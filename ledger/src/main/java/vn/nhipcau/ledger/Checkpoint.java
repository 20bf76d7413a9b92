package vn.nhipcau.ledger;

import java.util.Arrays;
import java.util.List;

/** A tree head that a log, named by its origin, has signed. */
public record Checkpoint(String origin, TreeHead head, Note note) {

    public static Checkpoint parse(byte[] note) {
        return of(Note.parse(note));
    }

    static Checkpoint of(Note note) {
        String[] lines = note.text().split("\n", -1);
        // The text ends with a newline, so that the last of these is empty; extension lines are not.
        if (lines.length < 4 || Arrays.asList(lines).indexOf("") != lines.length - 1) {
            throw new IllegalArgumentException("not a checkpoint");
        }
        return new Checkpoint(lines[0], TreeHead.parse(lines[1], lines[2]), note);
    }

    static Checkpoint sign(TreeHead head, SigningKey key) {
        String text = key.name() + "\n" + head.lines();
        return new Checkpoint(key.name(), head, new Note(text, List.of(key.sign(text))));
    }
}

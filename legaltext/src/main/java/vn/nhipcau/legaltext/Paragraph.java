package vn.nhipcau.legaltext;

import org.jspecify.annotations.Nullable;

/**
 * A paragraph with the marker it begins with.
 *
 * @param cell whether it stood in a cell of a table
 */
record Paragraph(Passage passage, @Nullable Marker marker, boolean cell) {

    /** What follows the marker. */
    Passage body() {
        return marker == null ? passage : passage.part(marker.length(), passage.length());
    }
}

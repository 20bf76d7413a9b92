package vn.nhipcau.legaltext.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.nhipcau.legaltext.DirectiveReader;
import vn.nhipcau.legaltext.Reading;
import vn.nhipcau.legaltext.Span;

/** The same document leads to the same duties, whatever file it comes in. */
class SameReadingTest {
    /** Spans point into the text, whose lines differ from format to format. */
    private static final RecursiveComparisonConfiguration ALL_BUT_PLACES = RecursiveComparisonConfiguration.builder()
            .withIgnoredFields("text", "header.spans")
            .withIgnoredFieldsOfTypes(Span.class)
            .build();

    @ParameterizedTest
    @ValueSource(strings = {"docx", "pdf", "odt", "rtf", "doc"})
    void thePlanReadsAsItsText(String ending) throws UnreadableFile {
        byte[] file = ending.equals("docx") ? Samples.plan() : Samples.resource("19-KH-UBND." + ending);
        assertThat(reading(file))
                .usingRecursiveComparison(ALL_BUT_PLACES)
                .isEqualTo(reading(Samples.resource("/directives/19-KH-UBND.txt")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pdf", "odt", "rtf", "doc"})
    void theTaskTableReadsTheSameInEveryFormat(String ending) throws UnreadableFile {
        assertThat(reading(Samples.resource("bang-nhiem-vu." + ending)))
                .usingRecursiveComparison(ALL_BUT_PLACES)
                .isEqualTo(reading(Samples.taskTable()));
    }

    private static Reading reading(byte[] content) throws UnreadableFile {
        return DirectiveReader.read(Parser.text(FileType.of(content), content));
    }
}

package vn.nhipcau.legaltext.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RtfTest {
    @Test
    void charactersComeAsUnicodeOrInTheCodePageOfTheirFont() throws UnreadableFile {
        assertThat(text("""
                        {\\rtf1\\ansi\\ansicpg1252\\uc1{\\fonttbl{\\f0\\fcharset163 Times;}{\\f1\\fcharset0 Arial;}}
                        {\\*\\generator x;}{\\info{\\title y}}\\f0 K\\u7871?\\'20ho\\u7841?ch \\f1\\'e0 {\\v \\u7849?n}
                        {\\uc2 \\u8211\\'96\\'96}\\par D\\'f2ng\\line hai\\~\\_\\par}""")).isEqualTo("Kế hoạch à –\nDòng\nhai -");
    }

    @Test
    void numbersOfListsAreTakenAsTheWriterPrintedThem() throws UnreadableFile {
        assertThat(text("{\\rtf1 {\\listtext\\pard 1.\\tab}M\\'f4t\\par{\\listtext\\pard 2.\\tab}Hai\\par}"))
                .isEqualTo("1. Môt\n2. Hai");
    }

    @Test
    void rowsOfATableStayTogether() throws UnreadableFile {
        String row = "\\trowd\\cellx1\\cellx2\\cellx3\\intbl %s\\cell %s\\cell %s\\cell\\row ";
        assertThat(text("{\\rtf1 " + row.formatted("TT", "Viec", "Han") + row.formatted("1", "Bao cao", "15/6")
                        + row.formatted("2", "Ra soat", "16/6") + "\\pard Het\\par}"))
                .isEqualTo("TT | Viec | Han\n1 | Bao cao | 15/6\n2 | Ra soat | 16/6\nHet");
    }

    private static String text(String rtf) throws UnreadableFile {
        return Parser.text(FileType.RTF, rtf.getBytes(StandardCharsets.US_ASCII));
    }
}

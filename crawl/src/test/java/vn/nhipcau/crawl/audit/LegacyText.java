package vn.nhipcau.crawl.audit;

import java.util.HashMap;
import java.util.Map;
import vn.nhipcau.vitext.Fold;

/** Text as the fonts before Unicode had it. */
final class LegacyText {
    private static final Map<Character, String> TCVN3 = new HashMap<>();
    private static final Map<Character, String> VNI = new HashMap<>();

    static {
        String bytes = "µ¶·¸¹¨»¼½¾Æ©ÇÈÉÊË®ÌÎÏÐÑªÒÓÔÕÖ×ØÜÝÞßáâãä«åæçèé¬êëìíîïñòóô\u00ADõö÷øùúûüýþ¡¢£¤¥¦§";
        String means = "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵĂÂÊÔƠƯĐ";
        for (int i = 0; i < bytes.length(); i++) {
            TCVN3.put(means.charAt(i), bytes.substring(i, i + 1));
            // Capitals came from a second font with the same bytes.
            TCVN3.putIfAbsent(Character.toUpperCase(means.charAt(i)), bytes.substring(i, i + 1));
        }
        String[] marks = {
            "\u0301",
            "\u0300",
            "\u0309",
            "\u0303",
            "\u0323",
            "\u0302",
            "\u0302\u0301",
            "\u0302\u0300",
            "\u0302\u0309",
            "\u0302\u0303",
            "\u0302\u0323",
            "\u0306",
            "\u0306\u0301",
            "\u0306\u0300",
            "\u0306\u0309",
            "\u0306\u0303",
            "\u0306\u0323"
        };
        String codes = "ùøûõïâáàåãäêéèúüë";
        for (char base : "aeouyAEOUY".toCharArray()) {
            for (int i = 0; i < marks.length; i++) {
                vni(base + marks[i], base + codes.substring(i, i + 1));
            }
        }
        for (int i = 0; i < 5; i++) {
            vni("ơ" + marks[i], "ô" + codes.charAt(i));
            vni("ư" + marks[i], "ö" + codes.charAt(i));
            vni("Ơ" + marks[i], "Ô" + codes.charAt(i));
            vni("Ư" + marks[i], "Ö" + codes.charAt(i));
        }
        String single = "íìæóòîôöñÍÌÆÓÒÎÔÖÑ";
        String meaning = "íìỉĩịỵơưđÍÌỈĨỊỴƠƯĐ";
        for (int i = 0; i < single.length(); i++) {
            VNI.put(meaning.charAt(i), single.substring(i, i + 1));
        }
    }

    private LegacyText() {}

    private static void vni(String letter, String code) {
        String composed = Fold.nfc(letter);
        if (composed.length() == 1) {
            VNI.put(composed.charAt(0), code);
        }
    }

    static String tcvn3(String text) {
        return replace(text, TCVN3);
    }

    static String vni(String text) {
        return replace(text, VNI);
    }

    private static String replace(String text, Map<Character, String> table) {
        StringBuilder out = new StringBuilder();
        for (char c : Fold.nfc(text).toCharArray()) {
            String coded = table.get(c);
            out.append(coded != null ? coded : c < 0x80 ? String.valueOf(c) : c == '–' ? "-" : " ");
        }
        return out.toString();
    }
}

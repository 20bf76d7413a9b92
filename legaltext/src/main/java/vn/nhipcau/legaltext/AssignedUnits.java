package vn.nhipcau.legaltext;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The distinct units that the obligations give work to. One unit is named in many ways in one document (“UBND các xã,
 * phường”, “Ủy ban nhân dân cấp xã”); it is listed once, as it is printed in full, most often, or most shortly.
 */
final class AssignedUnits {
    /** Office holders stand for their unit. */
    private static final Pattern OFFICE = Pattern.compile(
            "^(?:(?:đồng chí )?(?:thủ trưởng|người đứng đầu|lãnh đạo|chủ tịch|giám đốc|bí thư|chánh|trưởng ban|cục trưởng|hiệu trưởng|trưởng)(?=[ ,]|$)(?:,? (?:và )?(?:thủ trưởng|người đứng đầu|lãnh đạo|chủ tịch|giám đốc)(?= ))* )(?=các |ủy ban|ubnd|sở|ban |bộ |cơ quan|đơn vị|hội đồng|tỉnh|thành|văn phòng|mttq|mặt trận|đoàn)");
    /** Words that tell one mention of a group from another, but not one group from another. */
    private static final Pattern ORNAMENT = Pattern.compile(
            "(?<!\\p{L})(?:các|những|mỗi|từng|của|thuộc|trực thuộc|có liên quan|liên quan|nêu trên|nói trên|này|khác|cùng cấp|được giao(?: chủ trì| phối hợp)?|được phân công|trên địa bàn(?: tỉnh| thành phố)?|trong tỉnh|cấp tỉnh|(?:toàn )?tỉnh$|thành phố$|trên toàn tỉnh|và)(?!\\p{L})");

    private static final Pattern PUNCTUATION = Pattern.compile("[,;:()-]");
    private static final Pattern DEPARTMENTS =
            Pattern.compile("(?:sở )?(?:ban )?(?:ngành )?(?:đoàn thể )?(?:địa phương )?(?:đơn vị )?");
    private static final Pattern COMMUNES = Pattern.compile(
            "^ủy ban nhân dân (?:cấp xã|xã(?: phường)?(?: đặc khu)?|xã phường thị trấn|phường(?: xã)?(?: đặc khu)?)$");
    private static final Pattern ANYBODY =
            Pattern.compile("(?:cơ quan|đơn vị|địa phương|tổ chức|cá nhân|ngành|cấp|cơ sở| )+");
    /** Persons and parts inside a unit, and words that point back to one. */
    private static final Pattern NO_UNIT = Pattern.compile(
            "^(?:lãnh đạo|thành viên|tổ trưởng|tổ phó|cán bộ$|cán bộ công chức(?!.* (?:được cấp|được giao|chuyên trách|phụ trách) )|cán bộ đảng viên|cán bộ đầu mối|công chức|cá nhân$|vụ của|tập thể|bộ phận|(?:cơ quan|đơn vị|tổ chức) (?:đó|mình|nhận|báo cáo)|người(?! quản)|nhóm|thuê bao|quản trị viên|công dân|đại biểu|học sinh|giáo viên|giảng viên|báo cáo viên|nhân viên|khách hàng|hộ|chủ hộ|chủ phương tiện|chủ tịch hội đồng|ủy viên|thư ký)(?: |$)");

    /** A name in small letters that tells which bodies are meant and is not merely “đơn vị”. */
    private static final Pattern TELLING = Pattern.compile(
            "(?:các|những|mỗi|từng|người quản) |(?:cơ quan|đơn vị|tổ chức|chủ|ban|tổ|đoàn|thủ trưởng|cán bộ|công chức|văn thư)(?:,? [^ ]+){4,}");

    /** Those that govern by their documents and do not take the work themselves. */
    private static final Pattern AUTHORITY = Pattern.compile(
            "(?:chủ tịch )?ủy ban (?:nhân dân|thường vụ)|hội đồng nhân dân|chính phủ|thủ tướng|quốc hội|ban chấp hành|ban thường vụ|ban bí thư");
    /** Words of a form to be filled in. */
    private static final Pattern BLANK =
            Pattern.compile("…|\\.\\.\\.|^(?:CƠ QUAN|ĐƠN VỊ|TỔ CHỨC|VỤ|TÊN)(?:[ ,]|$)|\\(");

    private static final String ALL_DEPARTMENTS = "sở ban ngành";

    private AssignedUnits() {}

    private record Mention(String printed, int count) {
        /** Whoever reads the list alone does not see what the letters stand for. */
        boolean abbreviated() {
            return printed.contains("UBND") || printed.contains("HĐND") || printed.contains("MTTQ");
        }
    }

    /** @param header its issuer gives the work and is not given any; those whom a công văn addresses are */
    static List<String> of(ObligationReader.Duties duties, Header header) {
        Map<String, Map<String, Integer>> printedByUnit = new LinkedHashMap<>();
        if (header.type() == DocumentType.CONG_VAN && !duties.obligations().isEmpty()) {
            header.addressees().forEach(addressee -> count(printedByUnit, addressee, 1, false));
        }
        Map<String, Integer> mentions = new LinkedHashMap<>();
        for (Obligation obligation : duties.obligations()) {
            obligation.who().forEach(unit -> mentions.merge(unit, 1, Integer::sum));
        }
        Set<String> charged = duties.charged().stream().map(Folding::fold).collect(Collectors.toSet());
        mentions.forEach((unit, times) -> count(printedByUnit, unit, times, charged.contains(Folding.fold(unit))));
        duties.partners().forEach(unit -> count(printedByUnit, unit, 1, false));
        String issuer = header.issuer() == null ? "" : key(header.issuer());
        boolean authority = AUTHORITY.matcher(issuer).lookingAt();
        joinShortNames(printedByUnit);
        List<String> units = new ArrayList<>();
        printedByUnit.forEach((key, printed) -> {
            if (!authority || !isIssuer(key, issuer)) {
                units.add(mostOften(printed));
            }
        });
        return units;
    }

    /** “Văn thư” and “văn thư cơ quan”, “Ban Công tác Mặt trận” and “Ban Công tác Mặt trận thôn” are the same body. */
    private static void joinShortNames(Map<String, Map<String, Integer>> printedByUnit) {
        for (String key : List.copyOf(printedByUnit.keySet())) {
            if (key.equals(ALL_DEPARTMENTS) || key.indexOf(' ') < 0) {
                continue;
            }
            printedByUnit.keySet().stream()
                    .filter(other -> other.startsWith(key + ' '))
                    .findFirst()
                    .ifPresent(longer -> printedByUnit
                            .remove(key)
                            .forEach((printed, times) ->
                                    printedByUnit.get(longer).merge(printed, times, Integer::sum)));
        }
    }

    private static boolean isIssuer(String key, String issuer) {
        return key.equals(issuer) || (issuer.startsWith(key) && key.equals("ủy ban nhân dân"));
    }

    /** @param charged whether a heading names its responsibility, so that it is listed whatever it is */
    private static void count(
            Map<String, Map<String, Integer>> printedByUnit, String printed, int times, boolean charged) {
        Matcher office = OFFICE.matcher(Folding.fold(printed));
        String unit = office.find() ? printed.substring(office.end()) : printed;
        String key = key(unit);
        boolean named = Character.isUpperCase(printed.charAt(0))
                || TELLING.matcher(Folding.fold(unit)).lookingAt();
        boolean unitLike =
                named && !NO_UNIT.matcher(key).find() && !Folding.fold(unit).equals("thanh tra");
        if (!key.isEmpty() && (charged || unitLike) && !BLANK.matcher(unit).find()) {
            printedByUnit.computeIfAbsent(key, k -> new LinkedHashMap<>()).merge(unit, times, Integer::sum);
        }
    }

    private static String mostOften(Map<String, Integer> printed) {
        return printed.entrySet().stream()
                .map(entry -> new Mention(entry.getKey(), entry.getValue()))
                .min(Comparator.comparing(Mention::abbreviated)
                        .thenComparing(Comparator.comparingInt(Mention::count).reversed())
                        .thenComparingInt(mention -> mention.printed().length()))
                .map(Mention::printed)
                .orElse("");
    }

    private static String key(String unit) {
        String folded = Folding.key(unit)
                .replace("ubnd", "ủy ban nhân dân")
                .replace("hđnd", "hội đồng nhân dân")
                .replace("ubmttq", "mttq")
                .replace("mặt trận tổ quốc", "mttq")
                .replace("ủy ban mttq", "mttq")
                .replace("mttq việt nam", "mttq")
                .replace("ban ctmt", "ban công tác mặt trận")
                .replace("btt ", "ban thường trực ")
                .replace("ubbc", "ủy ban bầu cử")
                .replace("thông tin điện tử", "ttđt")
                .replace("cấp xã", "xã")
                .replace("cấp tỉnh", "tỉnh");
        String bare = PUNCTUATION.matcher(folded).replaceAll(" ");
        String plain =
                ORNAMENT.matcher(bare).replaceAll(" ").replaceAll("\\s+", " ").strip();
        if (COMMUNES.matcher(plain).matches()) {
            return "ủy ban nhân dân cấp xã";
        }
        if (plain.startsWith("sở ") && DEPARTMENTS.matcher(plain + ' ').matches()) {
            return ALL_DEPARTMENTS;
        }
        if (ANYBODY.matcher(plain).matches()) {
            return plain.contains("đơn vị") || plain.contains("cơ quan") ? "cơ quan đơn vị" : plain;
        }
        return plain;
    }
}

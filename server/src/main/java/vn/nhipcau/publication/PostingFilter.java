package vn.nhipcau.publication;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which units of a campaign a list shows.
 *
 * @param text part of the name, with or without diacritics
 */
record PostingFilter(
        long campaignId,
        String text,
        @Nullable Standing standing,
        @Nullable String block,
        Sort sort) {

    enum Sort {
        WORST("Cần xử lý trước", "Worst first", "array_position(:order, p.standing), p.since, p.unit_name"),
        UNIT("Theo tên đơn vị", "By name", "p.unit_name"),
        SINCE("Thay đổi gần đây trước", "Latest change first", "p.since DESC, p.unit_name"),
        CHECKED("Kiểm tra lâu nhất trước", "Longest not looked at", "p.audited_at NULLS FIRST, p.unit_name");

        private final String vietnamese;
        private final String english;
        private final String sql;

        Sort(String vietnamese, String english, String sql) {
            this.vietnamese = vietnamese;
            this.english = english;
            this.sql = sql;
        }

        String vietnamese() {
            return vietnamese;
        }

        String english() {
            return english;
        }

        String sql() {
            return sql;
        }
    }

    /** The standings in the order of attention, as the parameter {@code :order}. */
    static String[] order() {
        return Arrays.stream(Standing.values()).map(Enum::name).toArray(String[]::new);
    }

    static PostingFilter of(long campaignId) {
        return new PostingFilter(campaignId, "", null, null, Sort.WORST);
    }

    static PostingFilter read(long campaignId, Map<String, String> query) {
        String block = query.getOrDefault("block", "");
        return new PostingFilter(
                campaignId,
                query.getOrDefault("q", ""),
                Arrays.stream(Standing.values())
                        .filter(one -> one.name().equals(query.get("standing")))
                        .findAny()
                        .orElse(null),
                block.isBlank() ? null : block,
                Arrays.stream(Sort.values())
                        .filter(one -> one.name().equals(query.get("sort")))
                        .findAny()
                        .orElse(Sort.WORST));
    }

    PostingFilter in(@Nullable Standing other) {
        return new PostingFilter(campaignId, text, other, block, sort);
    }

    PostingFilter ofBlock(@Nullable String other) {
        return new PostingFilter(campaignId, text, standing, other, sort);
    }

    boolean narrowed() {
        return !text.isBlank() || standing != null || block != null;
    }

    String href() {
        return "/desk/publication/" + campaignId + query();
    }

    String sheetHref() {
        return "/desk/publication/" + campaignId + "/sheet.xlsx" + query();
    }

    private String query() {
        StringBuilder query = new StringBuilder();
        append(query, "q", text.isBlank() ? null : text.strip());
        append(query, "standing", standing);
        append(query, "block", block);
        append(query, "sort", sort == Sort.WORST ? null : sort);
        return query.toString();
    }

    private static void append(StringBuilder query, String name, @Nullable Object value) {
        if (value != null) {
            query.append(query.isEmpty() ? '?' : '&')
                    .append(name)
                    .append('=')
                    .append(URLEncoder.encode(value.toString(), StandardCharsets.UTF_8));
        }
    }

    /** The condition on {@code p}, the posting. */
    String where() {
        StringBuilder where = new StringBuilder(" WHERE p.campaign_id = :campaign");
        if (standing != null) {
            where.append(" AND p.standing = :standing");
        }
        if (block != null) {
            where.append(" AND p.block = :block");
        }
        if (!text.isBlank()) {
            where.append(" AND strpos(p.folded, (SELECT base.fold(:text))) > 0");
        }
        return where.toString();
    }
}

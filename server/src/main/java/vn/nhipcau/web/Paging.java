package vn.nhipcau.web;

import org.springframework.web.util.UriComponentsBuilder;

/**
 * One page of a longer list.
 *
 * @param number from 1
 * @param total rows in all
 * @param link address of the list with its filters, without the page number
 */
public record Paging(int number, int size, long total, String link) {
    public Paging {
        if (number < 1 || size < 1 || total < 0) {
            throw new IllegalArgumentException("page " + number + " of size " + size + ", " + total + " rows");
        }
    }

    public int pages() {
        return (int) Math.max(1, (total + size - 1) / size);
    }

    public long first() {
        return total == 0 ? 0 : (long) (number - 1) * size + 1;
    }

    public long last() {
        return Math.min(total, (long) number * size);
    }

    public String linkTo(int page) {
        return UriComponentsBuilder.fromUriString(link)
                .replaceQueryParam("page", page)
                .build()
                .toUriString();
    }

    /** Pages beyond the last, or before the first, are brought back into range. */
    public static Paging of(int asked, int size, long total, String link) {
        long pages = Math.max(1, (total + size - 1) / size);
        return new Paging((int) Math.clamp((long) asked, 1L, pages), size, total, link);
    }
}

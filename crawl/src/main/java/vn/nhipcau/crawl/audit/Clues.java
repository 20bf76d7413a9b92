package vn.nhipcau.crawl.audit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import vn.nhipcau.crawl.fetch.Url;

/** What one site has shown of the document so far, in whatever form, and how many requests that took. */
final class Clues {
    private static final int LOOK_ON_AFTER_FIND = 12;
    /** A page with so few words more than the site's frame around it shows its content otherwise. */
    private static final int SILENCE = 45;

    private static final int MOST_POINTERS = 5;

    /** A link to the document elsewhere. */
    record Pointer(String from, String to, Outside outside) {
        boolean leadsToIt() {
            return outside.share() >= 0.5 || outside.unreadable();
        }
    }

    /** A page about the document that shows pictures, or nothing without script. */
    private record Silent(String url, int words) {}

    private final Finds finds;
    private final List<Pointer> pointers = new ArrayList<>();
    private final Set<String> unreadable = new LinkedHashSet<>();
    private final List<Silent> silent = new ArrayList<>();
    private final Set<String> about = new LinkedHashSet<>();
    private boolean shell;
    private int smallestPage = Integer.MAX_VALUE;
    private int tried;
    private int lastUseful;
    private int foundAfter;

    Clues(Target target) {
        this.finds = new Finds(target);
    }

    Finds finds() {
        return finds;
    }

    /** @param requests made until then */
    void found(Finds.Find find, int requests) {
        finds.add(find);
        lastUseful = requests;
        if (foundAfter == 0 || finds.whole()) {
            foundAfter = requests;
        }
    }

    boolean mayPoint(Url to) {
        return tried < MOST_POINTERS
                && pointers.stream().noneMatch(pointer -> pointer.to().equals(to.toString()));
    }

    /** A page about the document leads out of the site. */
    void points(Url from, Url to, Outside outside, int requests) {
        tried++;
        if (outside.share() >= 0.5 || outside.unreadable() || outside.dead()) {
            pointers.add(new Pointer(from.toString(), to.toString(), outside));
            lastUseful = requests;
            if (outside.share() >= 0.5 && foundAfter == 0) {
                foundAfter = requests;
            }
        }
    }

    List<Pointer> pointers() {
        return pointers;
    }

    /** The document, or what must be it, is there in a form that cannot be read. */
    void unreadable(Url url) {
        unreadable.add(url.toString());
    }

    boolean isUnreadable(Url url) {
        return unreadable.contains(url.toString());
    }

    Set<String> unreadable() {
        return unreadable;
    }

    void about(Url url) {
        about.add(url.toString());
    }

    Set<String> about() {
        return about;
    }

    /** @param words beside its headings */
    void silent(Url url, int words) {
        silent.add(new Silent(url.toString(), words));
    }

    /** When all pages are seen it is known how many words the frame around them has. */
    void hearSilence() {
        for (Silent page : silent) {
            if (page.words() - smallestPage < SILENCE) {
                unreadable.add(page.url());
            }
        }
    }

    /** The site shows nothing at all without script. */
    void shell() {
        shell = true;
    }

    boolean isShell() {
        return shell;
    }

    /** Gives how many words the page has beyond the frame that the site puts around every page. */
    int beyondFrame(int words) {
        smallestPage = Math.min(smallestPage, Math.max(1, words));
        return words - smallestPage;
    }

    boolean isEmpty() {
        return finds.isEmpty() && pointers.isEmpty() && unreadable.isEmpty();
    }

    /** Whether more requests would hardly change the answer. */
    boolean settled(int requests) {
        boolean something = !finds.isEmpty() || !pointers.isEmpty();
        return finds.whole() || something && requests - lastUseful >= LOOK_ON_AFTER_FIND;
    }

    void foundAfter(int requests) {
        foundAfter = requests;
    }

    int foundAfter() {
        return foundAfter;
    }

    /** Whether an address shows the document, or the way to it. */
    boolean shows(String url) {
        return finds.best().stream().anyMatch(find -> find.url().toString().equals(url))
                || unreadable.contains(url)
                || pointers.stream().anyMatch(pointer -> pointer.from().equals(url));
    }
}

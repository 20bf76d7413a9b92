package vn.nhipcau.crawl.audit;

import vn.nhipcau.crawl.evidence.Memory;

/** Everything that belongs to the look at one site, for those who share the work. */
final class Inquiry {
    final Audit audit;
    final Site site;
    final Target target;
    final LinkScore scores;
    final Frontier frontier;
    final Clues clues;
    final Logbook log = new Logbook();
    final Hosts hosts = new Hosts();
    final Web.Visits visits;
    final Proof proof;
    /** What earlier looks saw. */
    final Memory before;
    /** What this one saw. */
    final Memory memory = Memory.empty();
    /** Whether all that the last answer rests on is as it was, so that only what is new need be looked at. */
    boolean onlyNew;

    Inquiry(Audit audit, Site site, Memory before) {
        this.audit = audit;
        this.site = site;
        this.before = before;
        this.target = audit.target();
        this.scores = new LinkScore(target);
        this.frontier = new Frontier(audit.settings().exhaustive());
        this.clues = new Clues(target);
        this.visits = audit.web().visits(!before.isEmpty());
        this.proof = new Proof(audit.evidence(), visits);
    }

    boolean exhaustive() {
        return audit.settings().exhaustive();
    }
}

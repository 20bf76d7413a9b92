package vn.nhipcau.crawl.audit;

import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import vn.nhipcau.crawl.fetch.Url;

/** What a host allows, by RFC 9309. */
final class Robots {
    static final Robots ALL = new Robots(new SimpleRobotRules(RobotRulesMode.ALLOW_ALL));
    private static final Duration LONGEST_DELAY = Duration.ofSeconds(60);

    private final SimpleRobotRules rules;

    private final List<String> forbidden;

    private Robots(SimpleRobotRules rules) {
        this.rules = rules;
        this.forbidden = forbidden(rules);
    }

    static Robots parse(Url url, byte[] content, String agent) {
        String name = agent.replaceFirst("[/ ].*", "").toLowerCase(Locale.ROOT);
        return new Robots(
                new SimpleRobotRulesParser().parseContent(url.toString(), content, "text/plain", List.of(name)));
    }

    boolean allows(Url url) {
        return rules.isAllowAll() || !rules.isAllowNone() && untouched(url.target()) || rules.isAllowed(url.toString());
    }

    /** Whether plainly no rule speaks of the address: the rules' own way to tell costs 15 µs. */
    private boolean untouched(String target) {
        for (String start : forbidden) {
            if (target.startsWith(start)) {
                return false;
            }
        }
        return target.indexOf('%') < 0;
    }

    private static List<String> forbidden(SimpleRobotRules rules) {
        return rules.getRobotRules().stream()
                .filter(rule -> !rule.isAllow())
                .map(rule -> rule.getPrefix().split("[*$%]", 2)[0])
                .toList();
    }

    Duration delay() {
        long millis = rules.getCrawlDelay();
        return millis <= 0 ? Duration.ZERO : Duration.ofMillis(Math.min(millis, LONGEST_DELAY.toMillis()));
    }

    List<String> sitemaps() {
        return rules.getSitemaps();
    }
}

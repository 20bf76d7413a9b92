package vn.nhipcau.crawl.audit;

import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.time.Duration;
import java.util.List;
import vn.nhipcau.crawl.fetch.Url;

/** What a host allows, by RFC 9309. */
final class Robots {
    static final Robots ALL = new Robots(new SimpleRobotRules(RobotRulesMode.ALLOW_ALL));
    private static final Duration LONGEST_DELAY = Duration.ofSeconds(60);

    private final SimpleRobotRules rules;

    private Robots(SimpleRobotRules rules) {
        this.rules = rules;
    }

    static Robots parse(Url url, byte[] content, String agent) {
        String name = agent.replaceFirst("[/ ].*", "").toLowerCase(java.util.Locale.ROOT);
        return new Robots(
                new SimpleRobotRulesParser().parseContent(url.toString(), content, "text/plain", List.of(name)));
    }

    boolean allows(Url url) {
        return rules.isAllowAll() || rules.isAllowed(url.toString());
    }

    Duration delay() {
        long millis = rules.getCrawlDelay();
        return millis <= 0 ? Duration.ZERO : Duration.ofMillis(Math.min(millis, LONGEST_DELAY.toMillis()));
    }

    List<String> sitemaps() {
        return rules.getSitemaps();
    }
}

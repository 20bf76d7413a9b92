package vn.nhipcau.publication;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import javax.net.ssl.SSLSocketFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.nhipcau.crawl.fetch.AddressGuard;
import vn.nhipcau.crawl.fetch.Fetcher;
import vn.nhipcau.crawl.fetch.Limits;
import vn.nhipcau.documents.DocumentAction;
import vn.nhipcau.duties.DirectiveAction;
import vn.nhipcau.duties.DutyLink;
import vn.nhipcau.web.MenuEntry;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AuditRules.class)
class PublicationConfiguration {
    private static final String AGENT = "NhipCau-audit/0.1";

    @Bean
    MenuEntry publicationEntry() {
        return new MenuEntry("Đăng tải", "Publication", "/desk/publication", 30, Set.of());
    }

    @Bean
    MenuEntry postedEntry() {
        return new MenuEntry("Văn bản đã đăng", "Posted documents", "/public/publication", 30, Set.of());
    }

    @Bean
    DocumentAction campaignOfDocument() {
        return new DocumentAction("Kiểm tra đăng tải", "Check publication", "/desk/publication/new?document={id}");
    }

    @Bean
    DirectiveAction campaignOfDirective() {
        return new DirectiveAction("Kiểm tra đăng tải", "Check publication", "/desk/publication/new?directive={id}");
    }

    @Bean
    DutyLink postingOfDuty(JdbcClient jdbc) {
        return new DutyLink(
                "Nội dung phải đăng và kết quả kiểm tra",
                "What to post, and what we see",
                duty -> jdbc.sql("""
                        SELECT '/desk/publication/' || p.campaign_id || '/units/' || p.unit_id FROM publication.posting p
                        JOIN publication.campaign c ON c.id = p.campaign_id
                        WHERE p.duty_id = ? AND c.state <> 'DRAFT' ORDER BY p.campaign_id DESC LIMIT 1
                        """).param(duty.id()).query(String.class).optional());
    }

    /** Where audits put files while they run; nothing in it outlives the run. */
    @Bean
    Passing passing(@Value("${nhipcau.data}") Path data) throws IOException {
        return new Passing(Files.createDirectories(data.toAbsolutePath().resolve("audit")));
    }

    record Passing(Path folder) {}

    @Bean(destroyMethod = "close")
    Fetcher fetcher(AuditRules rules, Passing passing, Clock clock) {
        return new Fetcher(
                rules.contact().isBlank()
                        ? AGENT
                        : AGENT + " (+" + rules.contact().strip() + ")",
                AddressGuard.allowing(rules.allowPrivate()),
                AddressGuard.Lookup.SYSTEM,
                Limits.USUAL,
                (SSLSocketFactory) SSLSocketFactory.getDefault(),
                passing.folder(),
                clock);
    }
}

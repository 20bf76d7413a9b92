package vn.nhipcau.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;
import vn.nhipcau.directory.Officer;
import vn.nhipcau.documents.DocumentFile;
import vn.nhipcau.documents.Documents;
import vn.nhipcau.duties.Directives;
import vn.nhipcau.duties.Obligation;
import vn.nhipcau.legaltext.EvidenceKind;
import vn.nhipcau.publication.AuditRules;
import vn.nhipcau.publication.CampaignDraft;
import vn.nhipcau.publication.CampaignState;
import vn.nhipcau.publication.Campaigns;
import vn.nhipcau.web.Shell;

/** “Most units have not posted it”, says 1171/STTTT-TTBCXB; here their sites are looked at by themselves. */
@Component
@ConditionalOnProperty("nhipcau.demo")
class DemoCampaign {
    private static final LocalDate FROM = LocalDate.of(2020, 8, 5);

    private final Campaigns campaigns;
    private final Directives directives;
    private final Documents documents;

    DemoCampaign(Campaigns campaigns, Directives directives, Documents documents) {
        this.campaigns = campaigns;
        this.directives = directives;
        this.documents = documents;
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty("nhipcau.demo")
    static class OwnMachine {
        /** The invented sites are on this machine and may be asked as fast as they answer. */
        @Bean
        @Primary
        AuditRules demoRules() {
            return new AuditRules(
                    true, List.of("127.0.0.0/8"), Duration.ofMillis(20), Duration.ofMillis(200), 8, 8, "minh họa");
        }
    }

    /** Starts now; the sites are looked at once the server is up. */
    void load(long directive, long document, Officer coordinator, Instant now) {
        long obligation = directives.obligations(directive, coordinator, LocalDate.ofInstant(now, Shell.ZONE)).stream()
                .filter(one -> one.content().evidence() == EvidenceKind.PUBLICATION && one.duties() > 0)
                .map(Obligation::id)
                .findFirst()
                .orElseThrow();
        long id = campaigns.make(
                new CampaignDraft(
                        document,
                        directive,
                        coordinator.posts().getFirst().organisationId(),
                        Story.DRAFT_TITLE,
                        "Thực hiện công văn số 1171/STTTT-TTBCXB của Sở Thông tin và Truyền thông tỉnh Hậu Giang (minh họa).",
                        documents.files(document).stream()
                                .filter(file -> !file.original())
                                .map(DocumentFile::id)
                                .toList(),
                        new CampaignDraft.Whom.Obligation(obligation),
                        FROM,
                        365,
                        CampaignDraft.USUAL_HOURS,
                        CampaignDraft.USUAL_BUDGET,
                        true),
                coordinator,
                now);
        campaigns.act(id, CampaignState.Event.START, coordinator, now);
    }
}

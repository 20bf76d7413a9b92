package vn.nhipcau.publication;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.nhipcau.directory.Group;
import vn.nhipcau.directory.Groups;
import vn.nhipcau.directory.Officer;
import vn.nhipcau.directory.People;
import vn.nhipcau.directory.Post;
import vn.nhipcau.directory.Role;
import vn.nhipcau.documents.Documents;
import vn.nhipcau.documents.Filing;
import vn.nhipcau.documents.FilingResult;
import vn.nhipcau.documents.Upload;

/** Makes a province for one test: nobody else's units, people, documents or campaigns are in it. */
@Component("publicationProvince")
class Province {
    static final String PASSWORD = "mat-khau-thu-nghiem";
    static final String TITLE = "Tóm tắt dự thảo Báo cáo chính trị";
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final JdbcClient jdbc;
    private final People people;
    private final Groups groups;
    private final Documents documents;
    private final Campaigns campaigns;

    Province(JdbcClient jdbc, People people, Groups groups, Documents documents, Campaigns campaigns) {
        this.jdbc = jdbc;
        this.people = people;
        this.groups = groups;
        this.documents = documents;
        this.campaigns = campaigns;
    }

    /** What must be posted. */
    static String draft() {
        try {
            return new ClassPathResource("demo/1171-tom-tat-du-thao.txt")
                    .getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first of so many equal parts of the draft, line by line. */
    static String firstPart(int of) {
        List<String> lines = draft().lines().toList();
        return String.join("\n", lines.subList(0, lines.size() / of));
    }

    long top() {
        return unit("Tỉnh thử đăng tải " + COUNT.incrementAndGet(), "tinh", null);
    }

    long department(String name, long parent) {
        return unit(name, "so", parent);
    }

    private long unit(String name, String kind, Long parent) {
        long id = jdbc.sql("""
                        WITH unit AS (
                            INSERT INTO directory.organisation (code, line, valid)
                            VALUES ('thu.' || gen_random_uuid(), 'state', '[2010-01-01,)') RETURNING id),
                        named AS (
                            INSERT INTO directory.organisation_name (organisation_id, name, kind, valid)
                            SELECT id, ?, ?, '[2010-01-01,)' FROM unit)
                        SELECT id FROM unit
                        """).params(name, kind).query(Long.class).single();
        if (parent != null) {
            jdbc.sql("""
                            INSERT INTO directory.organisation_parent (organisation_id, parent_id, valid)
                            VALUES (?, ?, '[2010-01-01,)')
                            """).params(id, parent).update();
        }
        return id;
    }

    void site(long unit, String url) {
        jdbc.sql("INSERT INTO directory.organisation_site (organisation_id, url, valid) VALUES (?, ?, '[2010-01-01,)')")
                .params(unit, url)
                .update();
    }

    Officer person(Role role, long unit) {
        String name = "dangtai" + COUNT.incrementAndGet();
        people.add(name, "Trần Thị " + name, PASSWORD, List.of(new Post(role, unit)));
        return (Officer) people.loadUserByUsername(name);
    }

    long group(long under, String name, List<Long> units) {
        return groups.save(new Group(
                0,
                under,
                name,
                java.util.Set.of(),
                java.util.Set.of(),
                false,
                List.of(),
                new java.util.LinkedHashSet<>(units),
                java.util.Set.of()));
    }

    /** A letter with the draft attached. */
    long document(Officer coordinator, long owner, Instant now) {
        String letter =
                "Số: " + COUNT.incrementAndGet() + "/SNV-VP\n\nV/v đăng tải tài liệu lấy ý kiến\n\nKính gửi: các đơn vị"
                        + " thuộc tỉnh\n\nĐề nghị các đơn vị đăng tải tài liệu kèm theo trên trang thông tin điện tử trước ngày"
                        + " 30/12. Mã " + UUID.randomUUID() + ".";
        try {
            FilingResult result = documents.register(
                    new Filing(
                            owner,
                            coordinator.id(),
                            true,
                            new Upload("cong-van.txt", bytes(letter)),
                            List.of(new Upload("tom-tat-du-thao.txt", bytes(draft())))),
                    now);
            return ((FilingResult.Registered) result).documentId();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ByteArrayResource bytes(String text) {
        return new ByteArrayResource(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    /** Of the attachment, from today on, for the group. */
    CampaignDraft draft(long document, long owner, CampaignDraft.Whom whom, Instant now) {
        List<Long> files = documents.files(document).stream()
                .filter(file -> !file.original())
                .map(file -> file.id())
                .toList();
        LocalDate today = Checks.day(now);
        return new CampaignDraft(
                document,
                null,
                owner,
                TITLE,
                "Thực hiện công văn thử nghiệm.",
                files,
                whom,
                today.minusDays(1),
                40,
                24,
                60,
                true);
    }

    long campaign(Officer coordinator, long owner, long group, Instant now) {
        long document = document(coordinator, owner, now);
        return campaigns.make(draft(document, owner, new CampaignDraft.Whom.Group(group), now), coordinator, now);
    }

    /** Tests wait for what another thread does; the limit only keeps a broken one from hanging. */
    static void await(BooleanSupplier done) {
        Instant limit = Instant.now().plus(Duration.ofMinutes(2));
        while (!done.getAsBoolean()) {
            if (Instant.now().isAfter(limit)) {
                throw new AssertionError("not within two minutes");
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}

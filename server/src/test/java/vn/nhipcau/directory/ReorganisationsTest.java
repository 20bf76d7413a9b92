package vn.nhipcau.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.nhipcau.ServerTest;
import vn.nhipcau.web.Language;
import vn.nhipcau.web.Refusal;

@ServerTest
class ReorganisationsTest {
    private static final LocalDate FOUNDING = LocalDate.of(2004, 1, 1);
    private static final LocalDate BEFORE = LocalDate.of(2025, 6, 30);
    private static final LocalDate DAY = LocalDate.of(2025, 7, 1);

    @Autowired
    Organisations organisations;

    @Autowired
    Reorganisations reorganisations;

    @Autowired
    ActLog log;

    @Test
    void a_renamed_unit_keeps_its_id_and_its_old_name_before_the_day() {
        long unit = found("Sở Nội vụ", null);

        reorganisations.rename(unit, "Sở Nội vụ và Lao động", null, on(DAY));

        assertThat(organisations.find(unit, BEFORE).orElseThrow().name()).isEqualTo("Sở Nội vụ");
        assertThat(organisations.find(unit, DAY).orElseThrow().name()).isEqualTo("Sở Nội vụ và Lao động");
    }

    @Test
    void an_upgrade_changes_the_kind_from_the_day_on() {
        long unit = found("Ủy ban nhân dân thị xã Ngã Bảy", null, "ubnd-xa");

        reorganisations.upgrade(unit, "Ủy ban nhân dân thành phố Ngã Bảy", null, "ubnd-huyen", on(DAY));

        assertThat(organisations.find(unit, BEFORE).orElseThrow().kind()).isEqualTo("ubnd-xa");
        assertThat(organisations.find(unit, DAY).orElseThrow().kind()).isEqualTo("ubnd-huyen");
    }

    @Test
    void a_moved_unit_stands_below_the_old_parent_before_and_the_new_one_from_the_day_on() {
        long old = found("Tỉnh cũ", null);
        long next = found("Tỉnh mới", null);
        long unit = found("Huyện", old);
        long below = found("Xã", unit);

        reorganisations.move(unit, next, on(DAY));

        assertThat(organisations.within(below, old, BEFORE)).isTrue();
        assertThat(organisations.within(below, next, BEFORE)).isFalse();
        assertThat(organisations.covers(Set.of(old), DAY)).containsExactly(old);
        assertThat(organisations.covers(Set.of(next), DAY)).containsExactlyInAnyOrder(next, unit, below);
    }

    @Test
    void a_merger_ends_the_predecessors_and_takes_over_their_work_and_what_stands_below_them() {
        long a = found("Sở Thông tin và Truyền thông", null);
        long b = found("Sở Khoa học và Công nghệ", null);
        long centre = found("Trung tâm", a);

        reorganisations.merge(Set.of(a), b, on(DAY));

        assertThat(organisations.find(a, BEFORE)).isPresent();
        assertThat(organisations.find(a, DAY)).isEmpty();
        assertThat(organisations.known(a, DAY).orElseThrow().name()).isEqualTo("Sở Thông tin và Truyền thông");
        assertThat(organisations.within(centre, b, DAY)).isTrue();
        assertThat(organisations.currentHolders(a, BEFORE))
                .extracting(Organisation::id)
                .containsExactly(a);
        assertThat(organisations.currentHolders(a, DAY))
                .extracting(Organisation::id)
                .containsExactly(b);
        assertThat(organisations.predecessors(Set.of(b), BEFORE)).isEmpty();
        assertThat(organisations.predecessors(Set.of(b), DAY)).containsExactly(a);
    }

    @Test
    void successors_are_followed_through_any_number_of_mergers() {
        long a = found("A", null);
        long b = found("B", null);
        long c = found("C", null);
        reorganisations.merge(Set.of(a), b, on(LocalDate.of(2015, 1, 1)));
        reorganisations.merge(Set.of(b), c, on(DAY));

        assertThat(organisations.currentHolders(a, DAY))
                .extracting(Organisation::id)
                .containsExactly(c);
        assertThat(organisations.predecessors(Set.of(c), DAY)).containsExactlyInAnyOrder(a, b);
        assertThat(organisations.predecessors(Set.of(c), BEFORE)).isEmpty();
    }

    @Test
    void a_unit_out_of_which_another_is_split_keeps_what_it_had() {
        long a = found("Huyện Long Mỹ", null);
        long b = found("Thị xã Long Mỹ", null);

        reorganisations.split(a, Set.of(b), false, on(DAY));

        assertThat(organisations.currentHolders(a, DAY))
                .extracting(Organisation::id)
                .containsExactly(a);
        assertThat(organisations.predecessors(Set.of(b), DAY))
                .as("the older unit still works: its duties are not the younger one's to see")
                .isEmpty();
    }

    @Test
    void a_unit_that_is_split_up_is_succeeded_by_all_its_parts() {
        long a = found("Cần Thơ", null);
        long b = found("Thành phố Cần Thơ", null);
        long c = found("Hậu Giang", null);

        reorganisations.split(a, Set.of(b, c), true, on(DAY));

        assertThat(organisations.currentHolders(a, DAY))
                .extracting(Organisation::id)
                .containsExactlyInAnyOrder(b, c);
        assertThat(organisations.predecessors(Set.of(c), DAY)).containsExactly(a);
    }

    @Test
    void nothing_may_stand_below_a_unit_that_is_closed() {
        long a = found("Huyện", null);
        found("Xã Vĩnh Trung", a);

        assertThatThrownBy(() -> reorganisations.close(a, on(DAY)))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.sentence(Language.VI)).contains("Xã Vĩnh Trung"));
        assertThat(organisations.find(a, DAY)).isPresent();
    }

    @Test
    void a_unit_may_not_come_to_stand_below_itself_on_any_day() {
        long a = found("A", null);
        long b = found("B", null);
        reorganisations.move(b, a, on(LocalDate.of(2030, 1, 1)));

        assertThatThrownBy(() -> reorganisations.move(a, b, on(DAY)))
                .as("fine today, a circle from 2030 on")
                .isInstanceOf(Refusal.class);
    }

    @Test
    void no_act_reaches_back_before_the_founding() {
        long a = found("A", null);

        assertThatThrownBy(() -> reorganisations.rename(a, "B", null, on(FOUNDING.minusDays(1))))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void a_change_recorded_late_holds_until_the_change_that_was_recorded_before_it() {
        long a = found("Một", null);
        reorganisations.rename(a, "Ba", null, on(DAY));

        reorganisations.rename(a, "Hai", null, on(LocalDate.of(2010, 1, 1)));

        assertThat(organisations.find(a, FOUNDING).orElseThrow().name()).isEqualTo("Một");
        assertThat(organisations.find(a, BEFORE).orElseThrow().name()).isEqualTo("Hai");
        assertThat(organisations.find(a, DAY).orElseThrow().name()).isEqualTo("Ba");
    }

    @Test
    void every_act_is_logged_with_its_ground() {
        long a = found("Một", null);
        reorganisations.rename(
                a, "Hai", null, new Decision(DAY, "Nghị quyết 1/NQ", "Đổi tên theo nghị quyết", null, Instant.EPOCH));

        assertThat(log.of(a)).first().satisfies(act -> {
            assertThat(act.kind()).isEqualTo(Act.Kind.RENAME);
            assertThat(act.basis()).isEqualTo("Nghị quyết 1/NQ");
            assertThat(act.reason()).isEqualTo("Đổi tên theo nghị quyết");
            assertThat(act.was()).isEqualTo("Một");
            assertThat(act.became()).isEqualTo("Hai");
        });
    }

    @Test
    void a_site_is_the_units_between_its_days() {
        long a = found("Một", null);
        reorganisations.site(a, "https://mot.example", true, on(LocalDate.of(2020, 1, 1)));
        reorganisations.site(a, "https://mot.example", false, on(DAY));

        assertThat(organisations.sites(a, BEFORE)).containsExactly("https://mot.example");
        assertThat(organisations.sites(a, DAY)).isEmpty();
        assertThatThrownBy(() -> reorganisations.site(a, "javascript:alert(1)", true, on(DAY)))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void search_finds_a_name_written_without_diacritics_and_takes_wildcards_literally() {
        String mark = UUID.randomUUID().toString().substring(0, 8);
        found("Sở Giáo dục và Đào tạo " + mark, null);

        assertThat(search("so giao duc va dao tao " + mark).total()).isEqualTo(1);
        assertThat(search("SỞ GIÁO DỤC VÀ ĐÀO TẠO " + mark).total()).isEqualTo(1);
        assertThat(search("so%tao " + mark).total()).isZero();
    }

    private Organisations.Found search(String text) {
        return organisations.search(new Organisations.Filter(text, null, null, null), DAY, 1, 10);
    }

    private long found(String name, @org.jspecify.annotations.Nullable Long parent) {
        return found(name, parent, "khac");
    }

    private long found(String name, @org.jspecify.annotations.Nullable Long parent, String kind) {
        return reorganisations.found(new Founding(null, Line.STATE, name, null, kind, parent, false), on(FOUNDING));
    }

    private static Decision on(LocalDate day) {
        return new Decision(day, null, "thử", null, Instant.EPOCH);
    }
}

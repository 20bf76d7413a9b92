package vn.nhipcau.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.nhipcau.ServerTest;

/** The provinces of the four seeds in 2020 and after 1 July 2025, and what the seeds' printed “who”s mean in them. */
@ServerTest
class DemoDataTest {
    private static final LocalDate SEED = LocalDate.of(2020, 8, 4);
    private static final LocalDate LAST = LocalDate.of(2025, 6, 30);
    private static final LocalDate AFTER = LocalDate.of(2025, 7, 1);

    @Autowired
    OrganisationFiles files;

    @Autowired
    Organisations organisations;

    @Autowired
    Groups groups;

    @BeforeEach
    void load() {
        DemoDirectory.load(files, groups);
    }

    @Test
    void loading_it_twice_changes_nothing() {
        ImportReport again = files.check(DemoDirectory.file("organisations.csv"));
        assertThat(again.right()).isTrue();
        assertThat(again.changes()).isEmpty();
        assertThat(again.unchanged()).isGreaterThan(250);
    }

    @Test
    void the_eight_districts_of_the_first_seed_end_on_the_day_the_communes_begin() {
        assertThat(members("Ủy ban nhân dân các huyện, thị xã, thành phố", "tam.hg", SEED))
                .containsExactlyInAnyOrder(
                        "UBND huyện Châu Thành",
                        "UBND huyện Châu Thành A",
                        "UBND huyện Long Mỹ",
                        "UBND huyện Phụng Hiệp",
                        "UBND huyện Vị Thủy",
                        "UBND thành phố Ngã Bảy",
                        "UBND thành phố Vị Thanh",
                        "UBND thị xã Long Mỹ");
        assertThat(members("Ủy ban nhân dân các huyện, thị xã, thành phố", "tam.hg", LAST))
                .hasSize(8);
        assertThat(members("Ủy ban nhân dân các huyện, thị xã, thành phố", "tam.hg", AFTER))
                .isEmpty();
        long district = id("tam.hg.vth", SEED);
        assertThat(organisations.currentHolders(district, AFTER))
                .extracting(Organisation::shortName)
                .containsExactlyInAnyOrder(
                        "UBND xã Vị Thủy", "UBND xã Vĩnh Thuận Đông", "UBND xã Vị Thanh 1", "UBND xã Vĩnh Tường");
    }

    @Test
    void a_town_that_became_a_city_is_called_what_it_was_called_that_day() {
        long town = id("tam.hg.nb", SEED);
        assertThat(organisations
                        .find(town, LocalDate.of(2020, 1, 31))
                        .orElseThrow()
                        .shortName())
                .isEqualTo("UBND thị xã Ngã Bảy");
        assertThat(organisations
                        .find(town, LocalDate.of(2020, 2, 1))
                        .orElseThrow()
                        .shortName())
                .isEqualTo("UBND thành phố Ngã Bảy");
    }

    @Test
    void three_districts_become_one_city_within_ho_chi_minh_city() {
        assertThat(members("Ủy ban nhân dân các quận, huyện", "tam.hcm", LocalDate.of(2020, 12, 31)))
                .hasSize(24);
        assertThat(members("Ủy ban nhân dân các quận, huyện", "tam.hcm", LocalDate.of(2021, 1, 1)))
                .hasSize(22)
                .contains("UBND thành phố Thủ Đức");
    }

    @Test
    void what_was_given_to_a_department_of_2020_is_held_by_its_heirs_heir() {
        long information = id("tam.hg.stttt", SEED);
        assertThat(organisations.currentHolders(information, LocalDate.of(2025, 3, 1)))
                .extracting(Organisation::name)
                .containsExactly("Sở Khoa học và Công nghệ tỉnh Hậu Giang");
        assertThat(organisations.currentHolders(information, AFTER))
                .extracting(Organisation::name)
                .containsExactly("Sở Khoa học và Công nghệ thành phố Cần Thơ");
        assertThat(organisations.predecessors(java.util.Set.of(id("tam.ct.skhcn", AFTER)), AFTER))
                .contains(information);
    }

    @ParameterizedTest(name = "{0} ({1}): {2}")
    @CsvSource(delimiter = '|', textBlock = """
                    tam.hg | 2020-08-04 | Ban Biên tập Website các sở, ban, ngành và các địa phương | Ban Biên tập Website các sở, ban, ngành và các địa phương
                    tam.hg | 2020-08-04 | Ban Biên tập Website các sở, ban, ngành tỉnh và các địa phương | Ban Biên tập Website các sở, ban, ngành và các địa phương
                    tam.hg | 2020-08-04 | Sở Thông tin và Truyền thông Hậu Giang | Sở Thông tin và Truyền thông tỉnh Hậu Giang
                    tam.hg | 2020-08-04 | Sở Thông tin và Truyền thông tỉnh Hậu Giang | Sở Thông tin và Truyền thông tỉnh Hậu Giang
                    tam.hg | 2020-08-04 | Ban Dân vận Tỉnh uỷ | Ban Dân vận Tỉnh ủy Hậu Giang
                    tam.hg | 2020-08-04 | Ban Dân vận Tỉnh ủy (cơ quan thường trực BCĐ 2395) | Ban Dân vận Tỉnh ủy Hậu Giang
                    tam.hg | 2020-08-04 | Ban Chỉ đạo 2395 tỉnh | Ban Chỉ đạo 2395 tỉnh Hậu Giang
                    tam.hg | 2020-08-04 | Mặt trận và các đoàn thể cấp tỉnh | Mặt trận Tổ quốc và các đoàn thể chính trị - xã hội cấp tỉnh
                    tam.hg | 2020-08-04 | Hệ thống Dân vận, Mặt trận Tổ quốc, các đoàn thể chính trị - xã hội các cấp trong tỉnh | Hệ thống Dân vận, Mặt trận Tổ quốc, các đoàn thể chính trị - xã hội các cấp trong tỉnh
                    tam.tv | 2020-04-06 | Sở Nội vụ | Sở Nội vụ tỉnh Trà Vinh
                    tam.tv | 2020-04-06 | Các sở, ban, ngành tỉnh | Các sở, ban, ngành tỉnh
                    tam.tv | 2020-04-06 | Các sở, ban, ngành tỉnh (3 hệ) | Các sở, ban, ngành tỉnh (3 hệ)
                    tam.tv | 2020-04-06 | Ủy ban nhân dân huyện, thị xã, thành phố | Ủy ban nhân dân các huyện, thị xã, thành phố
                    tam.tv | 2020-04-06 | Ủy ban nhân dân các huyện, thị xã, thành phố | Ủy ban nhân dân các huyện, thị xã, thành phố
                    tam.tv | 2020-04-06 | UBND các huyện, TX, TP | Ủy ban nhân dân các huyện, thị xã, thành phố
                    tam.tv | 2020-04-06 | UBND cấp huyện | Ủy ban nhân dân các huyện, thị xã, thành phố
                    tam.tv | 2020-04-06 | Đề nghị Ban Dân vận Tỉnh ủy | Ban Dân vận Tỉnh ủy Trà Vinh
                    tam.tv | 2020-04-06 | Ban Dân vận các huyện, thị xã, thành phố | Ban Dân vận các huyện, thị xã, thành phố
                    tam.tv | 2020-04-06 | Các cơ quan chuyên môn, đơn vị sự nghiệp thuộc Ủy ban nhân dân tỉnh | Các cơ quan chuyên môn, đơn vị sự nghiệp thuộc Ủy ban nhân dân tỉnh
                    tam.tv | 2020-04-06 | Các cơ quan, đơn vị và địa phương | Các cơ quan, đơn vị và địa phương
                    tam.tv | 2020-04-06 | Ủy ban nhân dân cấp huyện, cấp xã | Ủy ban nhân dân cấp huyện, cấp xã
                    tam.tv | 2020-04-06 | Báo Trà Vinh | Báo Trà Vinh
                    tam.tv | 2020-04-06 | Đài Phát thanh và Truyền hình tỉnh | Đài Phát thanh và Truyền hình Trà Vinh
                    tam.tv | 2020-04-06 | Công an tỉnh | Công an tỉnh Trà Vinh
                    tam.tv | 2020-04-06 | BCHQS tỉnh | Bộ Chỉ huy quân sự tỉnh Trà Vinh
                    tam.tv | 2020-04-06 | Ủy ban nhân dân tỉnh Trà Vinh | Ủy ban nhân dân tỉnh Trà Vinh
                    tam.tv | 2020-04-06 | Sở TT&TT | Sở Thông tin và Truyền thông tỉnh Trà Vinh
                    tam.tv | 2020-04-06 | Sở LĐTBXH | Sở Lao động - Thương binh và Xã hội tỉnh Trà Vinh
                    tam.tv | 2020-04-06 | Ủy ban MTTQ Việt Nam tỉnh | Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Trà Vinh
                    tam.tv | 2020-04-06 | Chủ tịch UBND các huyện, thị xã, thành phố | Ủy ban nhân dân các huyện, thị xã, thành phố
                    tam.tv | 2020-04-06 | so noi vu | Sở Nội vụ tỉnh Trà Vinh
                    tam.hcm | 2020-09-18 | Sở Nội vụ | Sở Nội vụ thành phố Hồ Chí Minh
                    tam.hcm | 2020-09-18 | các cơ quan, đơn vị | Các cơ quan, đơn vị
                    tam.hg | 2021-03-12 | các sở, ban ngành tỉnh | Các sở, ban, ngành tỉnh
                    tam.hg | 2021-03-12 | UBND tỉnh | Ủy ban nhân dân tỉnh Hậu Giang
                    tam.hg | 2021-03-12 | Sở Nội vụ | Sở Nội vụ tỉnh Hậu Giang
                    """)
    void a_printed_who_of_the_seeds_is_found(String province, LocalDate on, String printed, String meant) {
        Match match = groups.match(printed, on, id(province, on));
        assertThat(match.certain())
                .as("%s", match)
                .isPresent()
                .get()
                .satisfies(found -> assertThat(found.name()).isEqualTo(meant));
    }

    @Test
    void a_list_is_taken_apart_when_every_piece_is_certain() {
        Match list =
                groups.match("Các cơ quan, đơn vị, Ủy ban nhân dân huyện, thị xã, thành phố", SEED, id("tam.tv", SEED));
        assertThat(list.certain()).isEmpty();
        assertThat(list.parts())
                .extracting(part -> part.certain().orElseThrow().name())
                .containsExactly("Các cơ quan, đơn vị", "Ủy ban nhân dân các huyện, thị xã, thành phố");

        Match media = groups.match(
                "Sở Thông tin và Truyền thông, Báo Trà Vinh, Đài Phát thanh và Truyền hình tỉnh",
                SEED,
                id("tam.tv", SEED));
        assertThat(media.parts()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
        "Sở Ngoại giao và Hòa bình",
        "các đơn vị",
        "nhân dân",
        "Phòng Nội vụ",
        "Ban Quản lý dự án",
        "Xã hội",
        "đồng chí Bí thư"
    })
    void what_is_not_there_is_never_certain(String printed) {
        assertThat(groups.match(printed, SEED, id("tam.hg", SEED)).certain()).isEmpty();
    }

    @Test
    void a_department_that_has_ended_is_only_a_question_about_its_heir() {
        LocalDate on = LocalDate.of(2025, 3, 1);
        Match match = groups.match("Sở Thông tin và Truyền thông", on, id("tam.hg", on));
        assertThat(match.certain()).isEmpty();
        assertThat(match.candidates().getFirst().name()).isEqualTo("Sở Khoa học và Công nghệ tỉnh Hậu Giang");
    }

    @Test
    void the_new_province_has_groups_of_its_own() {
        Match match = groups.match("Các sở, ban, ngành thành phố", AFTER, id("tam.ct.snv", AFTER));
        assertThat(match.certain()).isPresent();
        assertThat(members("Các sở, ban, ngành thành phố", "tam.ct", AFTER)).contains("Sở Nội vụ");
        assertThat(members("Ủy ban nhân dân các xã, phường", "tam.ct", LAST)).isEmpty();
        assertThat(members("Ủy ban nhân dân các xã, phường", "tam.ct", AFTER)).hasSize(28);
    }

    private List<String> members(String group, String under, LocalDate on) {
        long root = organisations.findByCode(under, SEED).orElseThrow().id();
        long id = groups.list(root, SEED).stream()
                .filter(candidate -> candidate.name().equals(group))
                .findFirst()
                .orElseThrow()
                .id();
        return groups.members(id, on).stream().map(Organisation::label).collect(Collectors.toList());
    }

    private long id(String code, LocalDate on) {
        return organisations.findByCode(code, on).orElseThrow().id();
    }
}

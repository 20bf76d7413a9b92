package vn.nhipcau.directory;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.nhipcau.web.Refusal;

/** Groups as rows of a table, for loading a province's usual ones at once. Units are named by their codes. */
final class GroupRows {
    private static final List<String> TITLES =
            List.of("Nhóm", "Thuộc", "Loại", "Hệ", "Có trang web", "Cách gọi khác", "Thêm", "Trừ");

    private final Map<String, Long> ids;

    GroupRows(Map<String, Long> ids) {
        this.ids = ids;
    }

    List<Group> read(List<SheetFile.Line> lines) {
        if (!lines.getFirst().cells().equals(TITLES)) {
            throw Refusal.invalid(
                    "GROUP_FILE_HEADER",
                    "Dòng tiêu đề phải là: " + String.join("; ", TITLES) + ".",
                    "The header must be: " + String.join("; ", TITLES) + ".");
        }
        return lines.stream().skip(1).map(this::group).toList();
    }

    private Group group(SheetFile.Line line) {
        List<String> cells = Stream.concat(line.cells().stream(), Stream.generate(() -> ""))
                .limit(TITLES.size())
                .toList();
        return new Group(
                0,
                id(line, cells.get(1)),
                cells.get(0),
                items(cells.get(2)),
                items(cells.get(3)).stream().map(Line::ofSlug).collect(Collectors.toSet()),
                !cells.get(4).isBlank(),
                Stream.of(cells.get(5).split("\\|")).map(String::strip).toList(),
                ids(line, cells.get(6)),
                ids(line, cells.get(7)));
    }

    private Set<Long> ids(SheetFile.Line line, String codes) {
        return items(codes).stream().map(code -> id(line, code)).collect(Collectors.toSet());
    }

    private long id(SheetFile.Line line, String code) {
        Long id = ids.get(code);
        if (id == null) {
            throw Refusal.invalid(
                    "GROUP_FILE_UNIT",
                    "Dòng " + line.number() + ": không có đơn vị nào mang mã “" + code + "”. Hãy nhập đơn vị trước.",
                    "Row " + line.number() + ": no unit has the code “" + code + "”. Import the unit first.");
        }
        return id;
    }

    private static Set<String> items(String cell) {
        return Stream.of(cell.split("\\s+"))
                .filter(item -> !item.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}

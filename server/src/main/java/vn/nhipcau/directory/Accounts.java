package vn.nhipcau.directory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.nhipcau.web.Refusal;

/** What administrators do to accounts, and each person to the own one. */
@Component
class Accounts {
    private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9._-]{2,39}");

    private final JdbcClient jdbc;
    private final PasswordEncoder passwords;
    private final People people;
    private final AccountLog log;

    Accounts(JdbcClient jdbc, PasswordEncoder passwords, People people, AccountLog log) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.people = people;
        this.log = log;
    }

    record Found(List<Person> rows, long total) {}

    /** A password that was made up, to be shown once. */
    record Fresh(long person, String password) {}

    /** People who hold a post at one of these units, by name. */
    Found search(String text, Set<Long> reach, LocalDate today, int page, int size) {
        String where = """
                FROM directory.person p
                WHERE EXISTS (SELECT FROM directory.post x WHERE x.person_id = p.id AND x.organisation_id = ANY (:reach))
                  AND (:text = '' OR position(base.fold(:text) IN base.fold(p.name || ' ' || p.username || ' ' || coalesce(p.email, ''))) > 0)
                """;
        List<Long> ids = jdbc.sql("SELECT p.id " + where + " ORDER BY p.name, p.id LIMIT :size OFFSET :skip")
                .param("reach", Organisations.array(reach))
                .param("text", text.strip())
                .param("size", size)
                .param("skip", (long) (page - 1) * size)
                .query(Long.class)
                .list();
        long total = jdbc.sql("SELECT count(*) " + where)
                .param("reach", Organisations.array(reach))
                .param("text", text.strip())
                .query(Long.class)
                .single();
        return new Found(persons(ids, today), total);
    }

    Optional<Person> find(long id, LocalDate today) {
        return persons(List.of(id), today).stream().findFirst();
    }

    private List<Person> persons(List<Long> ids, LocalDate today) {
        Map<Long, Person> found = new LinkedHashMap<>();
        jdbc.sql("""
                        SELECT p.id, p.username, p.name, p.email, p.active, x.role, x.organisation_id, o.name AS unit, o.alive
                        FROM directory.person p
                        LEFT JOIN directory.post x ON x.person_id = p.id
                        LEFT JOIN directory.organisation_known(:today) o ON o.id = x.organisation_id
                        WHERE p.id = ANY (:ids)
                        ORDER BY p.name, p.id, o.name, x.role
                        """)
                .param("today", today)
                .param("ids", Organisations.array(ids))
                .query((row, number) -> {
                    Person person = new Person(
                            row.getLong("id"),
                            row.getString("username"),
                            row.getString("name"),
                            row.getString("email"),
                            row.getBoolean("active"),
                            new ArrayList<>());
                    Person kept = found.computeIfAbsent(person.id(), id -> person);
                    String role = row.getString("role");
                    if (role != null) {
                        kept.posts()
                                .add(new Person.Held(
                                        Role.valueOf(role),
                                        row.getLong("organisation_id"),
                                        row.getString("unit"),
                                        row.getBoolean("alive")));
                    }
                    return number;
                })
                .list();
        return List.copyOf(found.values());
    }

    @Transactional
    Fresh add(String username, String name, @Nullable String email, Post post, Stamp stamp) {
        String password = PasswordRule.random();
        return new Fresh(insert(key(username), name, email, password, post, stamp), password);
    }

    /** With a password that the person has chosen. */
    @Transactional
    void add(String username, String name, String password, String repeated, Post post, Stamp stamp) {
        String key = key(username);
        PasswordRule.check(password, repeated, key);
        insert(key, name, null, password, post, stamp);
    }

    private static String key(String username) {
        String key = username.strip().toLowerCase(Locale.ROOT);
        if (!USERNAME.matcher(key).matches()) {
            throw Refusal.invalid(
                    "USERNAME",
                    "Tên đăng nhập gồm 3 đến 40 chữ không dấu, số, dấu chấm, gạch dưới hoặc gạch nối, ví dụ “lan.nguyen”.",
                    "A user name has 3 to 40 letters without marks, digits, dots, underscores or hyphens.");
        }
        return key;
    }

    private long insert(String key, String name, @Nullable String email, String password, Post post, Stamp stamp) {
        if (Wording.tidy(name).isEmpty()) {
            throw Refusal.invalid("NAME_MISSING", "Hãy ghi họ và tên.", "Give the person's name.");
        }
        try {
            long id = people.add(key, Wording.tidy(name), password, List.of(post));
            jdbc.sql("UPDATE directory.person SET email = ? WHERE id = ?")
                    .params(email == null || email.isBlank() ? null : email.strip(), id)
                    .update();
            log.added(id, List.of(post), stamp);
            return id;
        } catch (DuplicateKeyException e) {
            throw Refusal.conflict(
                    "USERNAME_TAKEN",
                    "Tên đăng nhập “" + key + "” đã có người dùng. Hãy chọn tên khác.",
                    "The user name “" + key + "” is taken. Choose another.");
        }
    }

    @Transactional
    void addPost(long person, Post post, Stamp stamp) {
        int given = jdbc.sql(
                        "INSERT INTO directory.post (person_id, organisation_id, role) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
                .params(person, post.organisationId(), post.role().name())
                .update();
        if (given > 0) {
            log.add(person, AccountAct.Kind.GIVE, post, stamp);
            postsChanged(person);
        }
    }

    @Transactional
    void removePost(long person, Post post, Stamp stamp) {
        int taken = jdbc.sql("DELETE FROM directory.post WHERE person_id = ? AND organisation_id = ? AND role = ?")
                .params(person, post.organisationId(), post.role().name())
                .update();
        if (taken == 0) {
            return;
        }
        boolean left = jdbc.sql("SELECT EXISTS (SELECT FROM directory.post WHERE person_id = ?)")
                .param(person)
                .query(Boolean.class)
                .single();
        if (!left) {
            throw Refusal.invalid(
                    "LAST_POST",
                    "Đây là vai trò cuối cùng của người này. Nếu họ thôi làm việc, hãy khóa tài khoản.",
                    "This is the person's last post. If they have left, deactivate the account.");
        }
        log.add(person, AccountAct.Kind.TAKE, post, stamp);
        postsChanged(person);
    }

    private void postsChanged(long person) {
        jdbc.sql("UPDATE directory.person SET posts = posts + 1 WHERE id = ?")
                .param(person)
                .update();
    }

    /** Open sessions of a deactivated person are over with the next request. */
    @Transactional
    void activate(long person, boolean active, Stamp stamp) {
        int changed = jdbc.sql(
                        "UPDATE directory.person SET active = :active, sessions = sessions + 1 WHERE id = :id AND active <> :active")
                .param("active", active)
                .param("id", person)
                .update();
        if (changed > 0) {
            log.add(person, active ? AccountAct.Kind.UNLOCK : AccountAct.Kind.LOCK, null, stamp);
        }
    }

    @Transactional
    Fresh resetPassword(long person, Stamp stamp) {
        String password = PasswordRule.random();
        store(person, password);
        log.add(person, AccountAct.Kind.RESET, null, stamp);
        return new Fresh(person, password);
    }

    /** Sessions opened with the old password are over. */
    @Transactional
    void changePassword(Officer officer, String current, String wanted, String repeated, Instant now) {
        String encoded = jdbc.sql("SELECT password FROM directory.person WHERE id = ?")
                .param(officer.id())
                .query(String.class)
                .single();
        if (!passwords.matches(current, encoded)) {
            throw Refusal.invalid(
                    "WRONG_PASSWORD",
                    "Mật khẩu hiện tại chưa đúng. Hãy kiểm tra Caps Lock và bộ gõ tiếng Việt.",
                    "The current password is wrong. Check Caps Lock and the input method.");
        }
        PasswordRule.check(wanted, repeated, officer.getUsername());
        store(officer.id(), wanted);
        log.add(officer.id(), AccountAct.Kind.PASSWORD, null, new Stamp(officer.id(), now));
    }

    private void store(long person, String password) {
        jdbc.sql("UPDATE directory.person SET password = ?, sessions = sessions + 1 WHERE id = ?")
                .params(passwords.encode(password), person)
                .update();
    }

    /** Who holds a post at the unit. */
    List<Person> at(long unit, LocalDate today) {
        return persons(
                jdbc.sql(
                                "SELECT DISTINCT person_id FROM directory.post x JOIN directory.person p ON p.id = x.person_id AND p.active WHERE organisation_id = ?")
                        .param(unit)
                        .query(Long.class)
                        .list(),
                today);
    }
}

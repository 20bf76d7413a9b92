package vn.nhipcau.directory;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who may sign in, and the posts they hold. What administrators do to accounts is in {@link Accounts}. */
@Service
public class People implements UserDetailsService {
    private static final String SELECT = """
            SELECT id, username, name, password, active, sessions, posts, EXISTS (
                SELECT FROM directory.post p JOIN directory.organisation o ON o.id = p.organisation_id
                WHERE p.person_id = person.id AND p.role = 'ADMIN' AND upper_inf(o.valid) AND NOT EXISTS (
                    SELECT FROM directory.organisation_parent a WHERE a.organisation_id = o.id AND upper_inf(a.valid))
                ) AS at_the_top
            FROM directory.person\s""";

    private final JdbcClient jdbc;
    private final PasswordEncoder passwords;
    private final AccountLog log;

    People(JdbcClient jdbc, PasswordEncoder passwords, AccountLog log) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.log = log;
    }

    /** Whether there is any account, active or not. */
    public boolean any() {
        return jdbc.sql("SELECT EXISTS (SELECT FROM directory.person)")
                .query(Boolean.class)
                .single();
    }

    @Override
    public UserDetails loadUserByUsername(String username) {
        String key = username.strip().toLowerCase(Locale.ROOT);
        return officer(jdbc.sql(SELECT + "WHERE username = ?").param(key))
                .orElseThrow(() -> new UsernameNotFoundException(key));
    }

    Optional<Officer> officer(long id) {
        return officer(jdbc.sql(SELECT + "WHERE id = ?").param(id));
    }

    private Optional<Officer> officer(JdbcClient.StatementSpec statement) {
        return statement
                .query((row, number) -> new Officer(
                        row.getLong("id"),
                        row.getString("username"),
                        row.getString("name"),
                        row.getString("password"),
                        row.getBoolean("active"),
                        posts(row.getLong("id")),
                        row.getBoolean("at_the_top"),
                        new Officer.Versions(row.getInt("sessions"), row.getInt("posts"))))
                .optional();
    }

    /** The versions of an account that may be used; empty for one that was deactivated. */
    Optional<Officer.Versions> versions(long id) {
        return jdbc.sql("SELECT sessions, posts FROM directory.person WHERE id = ? AND active")
                .param(id)
                .query((row, number) -> new Officer.Versions(row.getInt("sessions"), row.getInt("posts")))
                .optional();
    }

    /** Somebody to be given an account. */
    public record Newcomer(String username, String name, List<Post> posts) {}

    /** @return the new person's id */
    @Transactional
    public long add(String username, String name, String password, List<Post> posts) {
        return insert(new Newcomer(username, name, posts), passwords.encode(password));
    }

    /** Gives accounts to many who share their first password. */
    @Transactional
    public void addAll(List<Newcomer> newcomers, String firstPassword, Instant now) {
        // Encoded once: Argon2 is slow on purpose.
        String encoded = passwords.encode(firstPassword);
        for (Newcomer newcomer : newcomers) {
            log.added(insert(newcomer, encoded), newcomer.posts(), Stamp.ofSystem(now));
        }
    }

    private long insert(Newcomer newcomer, String encodedPassword) {
        long id = jdbc.sql("INSERT INTO directory.person (username, name, password) VALUES (?, ?, ?) RETURNING id")
                .params(
                        newcomer.username().strip().toLowerCase(Locale.ROOT),
                        newcomer.name().strip(),
                        encodedPassword)
                .query(Long.class)
                .single();
        for (Post post : newcomer.posts()) {
            jdbc.sql("INSERT INTO directory.post (person_id, organisation_id, role) VALUES (?, ?, ?)")
                    .params(id, post.organisationId(), post.role().name())
                    .update();
        }
        return id;
    }

    private List<Post> posts(long person) {
        return jdbc.sql(
                        "SELECT role, organisation_id FROM directory.post WHERE person_id = ? ORDER BY role, organisation_id")
                .param(person)
                .query((row, number) -> new Post(Role.valueOf(row.getString("role")), row.getLong("organisation_id")))
                .list();
    }
}

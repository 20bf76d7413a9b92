package vn.nhipcau.directory;

import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;
import vn.nhipcau.web.Named;

/** Who is signed in: a person with posts. Handlers take it as {@code @AuthenticationPrincipal Officer}. */
public final class Officer implements UserDetails, CredentialsContainer, Named {
    private static final long serialVersionUID = 1;

    /** Held besides ADMIN by who administers a unit with none above it: may change what holds for all, as the calendar. */
    private static final SimpleGrantedAuthority TOP_ADMIN = new SimpleGrantedAuthority("ROLE_TOP_ADMIN");

    private final long id;
    private final String username;
    private final String name;
    private @Nullable String password;
    private final boolean active;
    private final List<Post> posts;
    private final boolean atTheTop;
    private final Versions versions;

    /**
     * What of the account may change while somebody is signed in.
     *
     * @param sessions when it has changed, the session is over
     * @param posts when it has changed, the session takes up the new posts
     */
    record Versions(int sessions, int posts) implements Serializable {}

    Officer(
            long id,
            String username,
            String name,
            String password,
            boolean active,
            List<Post> posts,
            boolean atTheTop,
            Versions versions) {
        this.id = id;
        this.username = username;
        this.name = name;
        this.password = password;
        this.active = active;
        this.posts = List.copyOf(posts);
        this.atTheTop = atTheTop;
        this.versions = versions;
    }

    public long id() {
        return id;
    }

    @Override
    public String name() {
        return name;
    }

    public List<Post> posts() {
        return posts;
    }

    Versions versions() {
        return versions;
    }

    public boolean has(Role role) {
        return posts.stream().anyMatch(post -> post.role() == role);
    }

    /** The units at which this person holds the role; what lies below them is the caller's question to ask. */
    public Set<Long> organisationsAs(Role role) {
        return posts.stream()
                .filter(post -> post.role() == role)
                .map(Post::organisationId)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return Stream.concat(
                        posts.stream()
                                .map(Post::role)
                                .distinct()
                                .map(role -> new SimpleGrantedAuthority(role.authority())),
                        atTheTop ? Stream.of(TOP_ADMIN) : Stream.empty())
                .toList();
    }

    @Override
    public @Nullable String getPassword() {
        return password;
    }

    /** Once signed in, the encoded password has no business in the session. */
    @Override
    public void eraseCredentials() {
        password = null;
    }

    @Override
    public String getUsername() {
        return username;
    }

    @Override
    public boolean isEnabled() {
        return active;
    }
}

package vn.nhipcau.directory;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** Who is signed in: a person with posts. Handlers take it as {@code @AuthenticationPrincipal Officer}. */
public final class Officer implements UserDetails, vn.nhipcau.web.Named {
    private static final long serialVersionUID = 1;

    private final long id;
    private final String username;
    private final String name;
    private final String password;
    private final boolean active;
    private final List<Post> posts;

    Officer(long id, String username, String name, String password, boolean active, List<Post> posts) {
        this.id = id;
        this.username = username;
        this.name = name;
        this.password = password;
        this.active = active;
        this.posts = List.copyOf(posts);
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
        return posts.stream()
                .map(Post::role)
                .distinct()
                .map(role -> new SimpleGrantedAuthority(role.authority()))
                .toList();
    }

    @Override
    public String getPassword() {
        return password;
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

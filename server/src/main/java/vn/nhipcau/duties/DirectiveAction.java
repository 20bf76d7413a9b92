package vn.nhipcau.duties;

/**
 * What another module offers to do with a directive, contributed as a bean and shown as a button on the directive's page to
 * who coordinates it.
 *
 * @param path of the page that does it; {@code {id}} stands for the directive
 */
public record DirectiveAction(String vietnamese, String english, String path) {
    String href(long directive) {
        return path.replace("{id}", Long.toString(directive));
    }
}

package vn.nhipcau.documents;

/**
 * Which files of the store a module's rows name, contributed as a bean, so that they can be checked.
 *
 * @param select with the columns {@code sha256} and {@code name}
 */
public record NamedFiles(String select) {}

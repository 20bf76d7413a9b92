package vn.nhipcau.documents;

/**
 * What another module offers to do with a document, contributed as a bean and shown as a button on the document's page.
 *
 * @param path of the page that does it; {@code {id}} stands for the document
 */
public record DocumentAction(String vietnamese, String english, String path) {
    String href(long document) {
        return path.replace("{id}", Long.toString(document));
    }
}

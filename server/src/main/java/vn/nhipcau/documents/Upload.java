package vn.nhipcau.documents;

import org.springframework.core.io.InputStreamSource;

/** A file as somebody hands it in. */
public record Upload(String name, InputStreamSource bytes) {
    public Upload {
        name = FileName.tidy(name);
    }
}

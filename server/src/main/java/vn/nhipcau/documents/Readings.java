package vn.nhipcau.documents;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.nhipcau.legaltext.Reading;
import vn.nhipcau.legaltext.files.GuardedReader;
import vn.nhipcau.legaltext.files.TextExtractor;
import vn.nhipcau.legaltext.files.UnreadableFile;

/** From a file to what was read in it, and from that to the JSON that is kept and back. */
@Component
class Readings {
    private final TextExtractor extractor;
    private final GuardedReader reader;
    private final JsonMapper json = JsonMapper.builder().build();

    Readings(TextExtractor extractor, GuardedReader reader) {
        this.extractor = extractor;
        this.reader = reader;
    }

    /** Never fails for what is in the file: a file without text is kept too, and its header can be typed. */
    Attempt read(Path file, String name) throws IOException {
        try {
            String text = extractor.extract(file);
            if (SecretMarking.on(text)) {
                throw SecretMarking.refusal(name);
            }
            return new Attempt(reader.read(text), null);
        } catch (UnreadableFile e) {
            return new Attempt(null, e);
        }
    }

    /** The text has its own column, where it is searched. */
    String withoutText(Reading reading) {
        ObjectNode tree = json.valueToTree(reading);
        tree.remove("text");
        return json.writeValueAsString(tree);
    }

    Reading withText(String kept, String text) {
        ObjectNode tree = (ObjectNode) json.readTree(kept);
        tree.put("text", text);
        return json.treeToValue(tree, Reading.class);
    }

    /** Exactly one of the two is there. */
    record Attempt(@Nullable Reading reading, @Nullable UnreadableFile failure) {}
}

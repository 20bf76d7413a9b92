package vn.nhipcau.documents;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.nhipcau.legaltext.files.GuardedReader;
import vn.nhipcau.legaltext.files.TextExtractor;
import vn.nhipcau.web.MenuEntry;

@Configuration(proxyBeanMethods = false)
class DocumentsConfiguration {
    @Bean(destroyMethod = "close")
    TextExtractor textExtractor() {
        return new TextExtractor();
    }

    @Bean(destroyMethod = "close")
    GuardedReader guardedReader() {
        return new GuardedReader();
    }

    @Bean
    NamedFiles documentFiles() {
        return new NamedFiles("SELECT sha256, name FROM documents.file"
                + " UNION ALL SELECT f.sha256, f.name FROM documents.doubtful_file f"
                + " JOIN documents.doubtful_filing d ON d.id = f.filing_id WHERE NOT d.settled");
    }

    @Bean
    MenuEntry documentsEntry() {
        return new MenuEntry("Văn bản", "Documents", "/desk/documents", 40, Set.of());
    }
}

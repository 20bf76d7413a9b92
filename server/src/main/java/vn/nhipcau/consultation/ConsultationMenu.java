package vn.nhipcau.consultation;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.nhipcau.documents.DocumentAction;
import vn.nhipcau.web.MenuEntry;

@Configuration(proxyBeanMethods = false)
class ConsultationMenu {
    @Bean
    MenuEntry consultationsEntry() {
        return new MenuEntry("Lấy ý kiến", "Consultations", "/desk/consultations", 45, Set.of());
    }

    @Bean
    DocumentAction consultOnDocument() {
        return new DocumentAction(
                "Lấy ý kiến về văn bản này", "Consult on this document", "/desk/consultations/new?document={id}");
    }

    @Bean
    MenuEntry publicConsultationsEntry() {
        return new MenuEntry("Lấy ý kiến", "Consultations", "/public/consultations", 20, Set.of());
    }

    @Bean
    MenuEntry receiptsEntry() {
        return new MenuEntry("Biên nhận", "Receipts", "/public/receipts", 30, Set.of());
    }
}

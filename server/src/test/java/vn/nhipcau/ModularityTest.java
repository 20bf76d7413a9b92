package vn.nhipcau;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTest {
    @Test
    void modules_use_only_what_their_floor_allows() {
        ApplicationModules.of(Application.class).verify();
    }
}

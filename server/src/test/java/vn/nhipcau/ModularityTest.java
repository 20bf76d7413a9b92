package vn.nhipcau;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTest {
    /** A library beside the application, not a module of it. */
    private static final DescribedPredicate<JavaClass> LEGALTEXT =
            JavaClass.Predicates.resideInAPackage("vn.nhipcau.legaltext..");

    @Test
    void modules_use_only_what_their_floor_allows() {
        ApplicationModules.of(Application.class, LEGALTEXT).verify();
    }
}

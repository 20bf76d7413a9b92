package vn.nhipcau;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTest {
    /** Libraries beside the application, not modules of it. */
    private static final DescribedPredicate<JavaClass> LIBRARIES = JavaClass.Predicates.resideInAnyPackage(
            "vn.nhipcau.legaltext..", "vn.nhipcau.ledger..", "vn.nhipcau.vitext..");

    @Test
    void modules_use_only_what_their_floor_allows() {
        ApplicationModules.of(Application.class, LIBRARIES).verify();
    }
}

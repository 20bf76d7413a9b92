package vn.nhipcau;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;

/**
 * The whole server on a free port with a real PostgreSQL of its own. Tests share one server and never clean up: each
 * makes the units and documents that it looks at.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "nhipcau.data=target/test-data/${random.uuid}",
            // The sites that tests look at are on this machine.
            "nhipcau.audit.allow-private=127.0.0.0/8",
            "nhipcau.audit.delay=0ms",
            "nhipcau.audit.retry-after=50ms"
        })
public @interface ServerTest {}

package vn.nhipcau.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectStreamException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.ConfigurableObjectInputStream;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.support.SerializingConverter;

/**
 * Sessions are kept in the database: who is signed in stays so when the server starts again, so that a form that was being
 * filled in meanwhile still arrives.
 */
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(SessionConfiguration.class);

    /** What a session may hold: an officer, the marks of sign-in, a notice for the next page. */
    private static final ObjectInputFilter ALLOWED = ObjectInputFilter.Config.createFilter(
            "maxdepth=30;maxbytes=1000000;vn.nhipcau.**;org.springframework.security.**;"
                    + "org.springframework.web.**;org.springframework.util.**;java.lang.*;java.util.*;java.util.concurrent.*;"
                    + "java.util.concurrent.atomic.*;java.time.*;java.net.*;!*");

    /** The name is the one under which Spring Session looks for it. */
    @Bean
    @Qualifier("springSessionConversionService")
    ConversionService springSessionConversionService() {
        GenericConversionService conversion = new GenericConversionService();
        conversion.addConverter(Object.class, byte[].class, new SerializingConverter());
        conversion.addConverter(byte[].class, Object.class, SessionConfiguration::read);
        return conversion;
    }

    /** Nothing, when an earlier release wrote what this one cannot read: then one signs in again. */
    private static @Nullable Object read(byte[] written) {
        try (ObjectInputStream stream = new ConfigurableObjectInputStream(
                new ByteArrayInputStream(written), SessionConfiguration.class.getClassLoader())) {
            stream.setObjectInputFilter(ALLOWED);
            return stream.readObject();
        } catch (ClassNotFoundException | ObjectStreamException unreadable) {
            LOG.info("A session's attribute cannot be read and is left out: {}", unreadable.toString());
            return null;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}

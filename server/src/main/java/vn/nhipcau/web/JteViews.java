package vn.nhipcau.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/** Finds a page by the path of its template, e.g. {@code duties/board}. Templates are compiled with the code. */
@Component
class JteViews implements ViewResolver, Ordered {
    /** The package that the build (pom.xml) compiles the templates below. */
    private static final String PACKAGE = "vn.nhipcau";

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(null, ContentType.Html, null, PACKAGE);

    JteViews() {
        engine.setBinaryStaticContent(true);
    }

    @Override
    public @Nullable View resolveViewName(String name, Locale locale) {
        String template = name + ".jte";
        return engine.hasTemplate(template) ? new JteView(template) : null;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 10;
    }

    private final class JteView implements View {
        private final String template;

        JteView(String template) {
            this.template = template;
        }

        @Override
        public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
                throws Exception {
            // Rendered whole before the first byte is sent: a template that fails gives an error page, not half a page.
            Utf8ByteOutput page = new Utf8ByteOutput();
            engine.render(template, new HashMap<>(model == null ? Map.of() : model), page);
            response.setContentType("text/html;charset=UTF-8");
            response.setContentLength(page.getContentLength());
            page.writeTo(response.getOutputStream());
        }

        @Override
        public String getContentType() {
            return "text/html;charset=UTF-8";
        }
    }
}

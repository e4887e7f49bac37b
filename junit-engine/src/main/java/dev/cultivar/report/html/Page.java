package dev.cultivar.report.html;

import dev.cultivar.io.OwnResource;
import dev.cultivar.io.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The frame of a single-file page. Its content security policy allows only its own style sheet and script, by their hashes: nothing is
 * fetched, and injected markup could do nothing.
 */
public final class Page {

    /** Writes data that the page embeds. */
    @FunctionalInterface
    public interface Data {
        /** Writes {@code script} elements of JSON. */
        void writeTo(OutputStream out) throws IOException;
    }

    private static final String STYLE = resource("page.css");
    private static final String SCRIPT = resource("page.js");

    private Page() {}

    /** Writes the page: head, the body's markup, the data, the script. */
    public static void write(OutputStream out, String title, Html body, Data data) throws IOException {
        String policy = "default-src 'none'; style-src 'sha256-" + sha256(STYLE) + "'; script-src 'sha256-"
                + sha256(SCRIPT) + "'; base-uri 'none'; form-action 'none'";
        Html head = new Html()
                .markup("<!DOCTYPE html>\n")
                .open("html", "lang", "en")
                .line()
                .open("head")
                .open("meta", "charset", "utf-8")
                .open("meta", "http-equiv", "Content-Security-Policy", "content", policy)
                .open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                .open("meta", "name", "color-scheme", "content", "light dark")
                .open("meta", "name", "referrer", "content", "no-referrer")
                .line()
                .element("title", title)
                .line()
                .open("style")
                .markup(STYLE)
                .close("style")
                .close("head")
                .line();
        write(out, head + "<body>\n" + body + "\n");
        data.writeTo(out);
        write(out, "<script>" + SCRIPT + "</script>\n</body></html>\n");
    }

    /**
     * JSON that is safe in a {@code script} element: it has no {@code <}, which in JSON occurs only within strings, so no text can end the
     * element or open another.
     */
    public static String embedded(String json) {
        return json.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029");
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String sha256(String text) {
        return Sha256.of(text).base64();
    }

    /** Uses the line ends that a browser sees; otherwise the hash would differ. */
    private static String resource(String name) {
        try (@Nullable InputStream in = OwnResource.open(Page.class, name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new IllegalStateException(name + " cannot be read from the jar", e);
        }
    }
}

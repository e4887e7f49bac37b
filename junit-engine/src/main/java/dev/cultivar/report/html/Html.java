package dev.cultivar.report.html;

import dev.cultivar.text.PlainText;
import java.util.List;

/**
 * Markup under construction. Names of elements and attributes come from this code; every text and attribute value is escaped, whoever
 * wrote it, and characters that would change how a line reads are made visible.
 */
public final class Html {

    private static final List<String> VOID = List.of("br", "col", "hr");

    private final StringBuilder markup = new StringBuilder();

    /**
     * Opens an element.
     *
     * @param attributes alternating names and values; a name with an empty value is written alone
     */
    public Html open(String tag, String... attributes) {
        if (attributes.length % 2 != 0) {
            throw new IllegalArgumentException("an attribute of " + tag + " has no value");
        }
        markup.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            markup.append(' ').append(attributes[i]);
            if (!attributes[i + 1].isEmpty()) {
                markup.append("=\"").append(escaped(attributes[i + 1])).append('"');
            }
        }
        markup.append('>');
        return this;
    }

    /** Closes an element. */
    public Html close(String tag) {
        if (VOID.contains(tag)) {
            throw new IllegalArgumentException(tag + " has no end");
        }
        markup.append("</").append(tag).append(">");
        return this;
    }

    /** Adds text. */
    public Html text(String text) {
        markup.append(escaped(text));
        return this;
    }

    /** A whole element that contains only text. */
    public Html element(String tag, String text, String... attributes) {
        return open(tag, attributes).text(text).close(tag);
    }

    /** A name or other outside text, isolated so that it cannot change the writing direction around it. */
    public Html foreign(String text) {
        return element("bdi", text);
    }

    /** Starts a new source line, for people who read the source. */
    public Html line() {
        markup.append('\n');
        return this;
    }

    /** Adds markup that was made elsewhere by the same rules: another {@code Html}, or a figure. */
    public Html markup(String made) {
        markup.append(made);
        return this;
    }

    @Override
    public String toString() {
        return markup.toString();
    }

    /** The text, safe between tags and between double quotes. */
    public static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '&' -> safe.append("&amp;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> PlainText.appendVisible(safe, c);
            }
        });
        return safe.toString();
    }
}

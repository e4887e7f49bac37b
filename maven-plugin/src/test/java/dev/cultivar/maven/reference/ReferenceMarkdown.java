package dev.cultivar.maven.reference;

import java.util.regex.Pattern;

/** Javadoc and plugin descriptions as Markdown. */
final class ReferenceMarkdown {

    private static final Pattern CODE = Pattern.compile("\\{@(?:code|literal)\\s+([^}]*)}");
    private static final Pattern LINK = Pattern.compile("\\{@link(?:plain)?\\s+([^}\\s]*)(?:\\s+([^}]*))?}");

    private ReferenceMarkdown() {}

    /** Several lines, paragraphs kept. */
    static String text(String javadoc) {
        String text = CODE.matcher(javadoc.strip()).replaceAll("`$1`");
        text = LINK.matcher(text)
                .replaceAll(match -> match.group(2) == null
                        ? java.util.regex.Matcher.quoteReplacement("`" + target(match.group(1)) + "`")
                        : java.util.regex.Matcher.quoteReplacement(match.group(2)));
        text = text.replaceAll("</?code>", "`")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
        return text.replaceAll("\\s*<p>\\s*", "\n\n")
                .replaceAll("[ \\t]*\\n[ \\t]*(?!\\n)", "\n")
                .strip();
    }

    /** One line, for the cell of a table. */
    static String cell(String javadoc) {
        return text(javadoc).replaceAll("\\s+", " ").replace("|", "\\|");
    }

    /** Code in the cell of a table; nothing for nothing. */
    static String code(String code) {
        return code.isBlank() ? "" : "`" + code.replace("|", "\\|") + "`";
    }

    private static String target(String link) {
        String name = link.startsWith("#") ? link.substring(1) : link.replace('#', '.');
        return name.endsWith("()") ? name.substring(0, name.length() - 2) : name;
    }
}

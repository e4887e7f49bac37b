package dev.cultivar.report;

/** Text inside Markdown that Allure turns into HTML. */
final class Markdown {

    private static final String SPECIAL = "\\`*_{}[]()#+-.!|<>&~\"'$^";

    private Markdown() {}

    /** One line that reads as the text itself: every character with a meaning in Markdown or HTML is a reference. */
    static String text(String text) {
        StringBuilder escaped = new StringBuilder();
        Plain.line(text).codePoints().forEach(character -> {
            if (SPECIAL.indexOf(character) >= 0) {
                escaped.append("&#").append(character).append(';');
            } else {
                escaped.appendCodePoint(character);
            }
        });
        return escaped.toString();
    }
}

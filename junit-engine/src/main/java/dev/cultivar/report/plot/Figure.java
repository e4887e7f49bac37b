package dev.cultivar.report.plot;

/**
 * A drawn figure.
 *
 * @param name name of its file, without folder and extension; letters, digits, dots and hyphens
 * @param title what it shows, one line
 * @param description how to read it, for screen readers
 * @param svg an {@code svg} element without XML declaration; its text inherits its colour
 */
public record Figure(String name, String title, String description, String svg) {

    /** The same figure under another name. The ids within it change too, because they must be unique on a page. */
    public Figure renamed(String other) {
        return new Figure(other, title, description, svg.replace("\"" + id(name) + "-", "\"" + id(other) + "-"));
    }

    /** The figure as a file of its own, in mid tones that are readable on light and dark backgrounds. */
    public String file() {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + svg.replaceFirst("<svg ", "<svg color=\"#7a7f87\" ")
                + "\n";
    }

    /** The figure as an element that shrinks to the width of its container. */
    public String fluid() {
        return svg.replaceFirst("<svg ", "<svg style=\"max-width:100%;height:auto\" ");
    }

    static String id(String name) {
        return name.replaceAll("[^A-Za-z0-9-]", "-");
    }
}

package dev.cultivar.report.plot;

/**
 * A drawn figure.
 *
 * @param name what a file of it is called, without folder and ending; letters, digits, dots and hyphens
 * @param title what it shows, one line
 * @param description how to read it, as a screen reader says it
 * @param svg an {@code svg} element without XML declaration; its text takes the colour of what is around it
 */
public record Figure(String name, String title, String description, String svg) {

    /** The same figure under another name; the ids within it follow, for in one page no two may be the same. */
    public Figure renamed(String other) {
        return new Figure(other, title, description, svg.replace("\"" + id(name) + "-", "\"" + id(other) + "-"));
    }

    /** The figure as a file of its own, in mid tones that can be read on light and dark ground. */
    public String file() {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + svg.replaceFirst("<svg ", "<svg color=\"#7a7f87\" ")
                + "\n";
    }

    /** The figure as an element as narrow as what is around it. */
    public String fluid() {
        return svg.replaceFirst("<svg ", "<svg style=\"max-width:100%;height:auto\" ");
    }

    static String id(String name) {
        return name.replaceAll("[^A-Za-z0-9-]", "-");
    }
}

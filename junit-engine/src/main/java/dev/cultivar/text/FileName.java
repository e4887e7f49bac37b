package dev.cultivar.text;

import java.util.regex.Pattern;

/** Names of suites, models and executions as parts of file names. */
public final class FileName {

    /** Letters and digits of ASCII, what stands in Java class names, dot and hyphen; all else could leave the folder or mean something. */
    private static final Pattern OTHER = Pattern.compile("[^A-Za-z0-9_.$-]");

    private FileName() {}

    /** The name, each other character as an underscore; without an extension, which callers add. */
    public static String of(String name) {
        return OTHER.matcher(name).replaceAll("_");
    }

    /** The same for files that people name in commands: a shell would replace what follows the dollar sign of a nested class. */
    public static String forShells(String name) {
        return of(name).replace('$', '_');
    }
}

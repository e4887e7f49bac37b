package dev.cultivar.text;

import java.util.regex.Pattern;

/** Names of suites, models and executions as parts of file names. */
public final class FileName {

    /**
     * All but ASCII letters and digits, the other characters of Java class names, dot and hyphen: the rest could lead out of the folder or
     * have a special meaning.
     */
    private static final Pattern OTHER = Pattern.compile("[^A-Za-z0-9_.$-]");

    private FileName() {}

    /** The name with every other character replaced by an underscore. Callers add the extension. */
    public static String of(String name) {
        return OTHER.matcher(name).replaceAll("_");
    }

    /** The same for files that people name in commands: a shell would expand the dollar sign in a nested class's name. */
    public static String forShells(String name) {
        return of(name).replace('$', '_');
    }
}

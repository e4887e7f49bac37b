package dev.cultivar.io;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import org.jspecify.annotations.Nullable;

/**
 * Files that come with Cultivar. A file of the same name earlier on the class path, such as one in a project's test resources, is refused:
 * the questions and people's answers would not be those that the reports name.
 */
public final class OwnResource {

    private OwnResource() {}

    /**
     * Opens a file next to the class.
     *
     * @param name as {@link Class#getResource} takes it
     * @return null if there is none
     * @throws IllegalStateException if it comes from elsewhere
     */
    public static @Nullable InputStream open(Class<?> owner, String name) throws IOException {
        URL found = owner.getResource(name);
        if (found == null) {
            return null;
        }
        String classFile = owner.getName().substring(owner.getName().lastIndexOf('.') + 1) + ".class";
        URL home = owner.getResource(classFile);
        String own = home == null ? "" : root(home, "/" + owner.getName().replace('.', '/') + ".class");
        if (!found.toExternalForm().startsWith(own)) {
            throw new IllegalStateException(found + " replaces Cultivar's own file " + name
                    + ": delete or rename it, or take it off the class path.");
        }
        return found.openStream();
    }

    private static String root(URL url, String end) {
        String text = url.toExternalForm();
        return text.endsWith(end) ? text.substring(0, text.length() - end.length() + 1) : text;
    }
}

package dev.cultivar.settings;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;

/**
 * Refuses API keys where only the name of an environment variable belongs: a settings file is committed, and anyone who lists processes
 * can see a parameter. Its messages name the place but never repeat the value.
 */
final class LiteralKeys {

    /** Shapes of well-known providers' keys, and of headers that contain one. */
    private static final Pattern SHAPE =
            Pattern.compile("\\bsk-(?:[a-z0-9]{2,8}-){0,2}(?=[A-Za-z_]*\\d)[A-Za-z0-9_]{16,}"
                    + "|\\b(?:hf|gsk|ghp|gho|xai|nvapi|r8|pplx|fw|csk|tgp)[_-](?=[A-Za-z_]*\\d)[A-Za-z0-9_]{16,}"
                    + "|\\bAIza[A-Za-z0-9_-]{30,}"
                    + "|\\bAKIA[A-Z0-9]{16}\\b"
                    + "|\\beyJ[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]{10,}"
                    + "|(?i:\\b(?:bearer|basic)\\s+[A-Za-z0-9+/=._~-]{8,})"
                    + "|PRIVATE KEY-----");

    private static final Pattern SENSITIVE_NAME = Pattern.compile(
            "(?i)authori[sz]ation|(?:^|[-_.])auth(?:$|[-_.])|api[-_.]?key|(?:^|[-_.])key$|secret|passw|credential|cookie"
                    + "|(?:^|[-_.])token$|access[-_.]?token");

    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,99}");

    /** Text too long and digit-laden for a variable's name, whose words are separated by underscores: probably a key. */
    private static final Pattern UNREADABLE = Pattern.compile("(?=[A-Za-z]*\\d)[A-Za-z0-9]{20,}");

    /** Scheme, host, port and path, and nothing that could contain a key. */
    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://[^/?#@\\s]+(?:/[^?#\\s]*)?");

    private static final Pattern STORE_WITH_KEY = Pattern.compile("(?i)^jdbc:.*(?:password=|//[^/?]*@)");

    private static final String FROM_ENVIRONMENT = "env:";
    private static final String MASK = "(not shown, because it looks like a key)";
    private static final String MOVE =
            " Its value is not repeated here. If it was a key, move it to an environment variable, and replace"
                    + " it with a new one if it was ever committed.";

    private LiteralKeys() {}

    /** The value as messages may show it. */
    static String shown(String value) {
        return SHAPE.matcher(value).find() || STORE_WITH_KEY.matcher(value).find() ? MASK : value;
    }

    /**
     * Checks a whole settings file.
     *
     * @throws SettingsException if it contains a key, or if the usual place of a key has something other than a variable's name
     */
    static void refuse(JsonNode file, String source) {
        refuse(file, source + ": ", "");
    }

    private static void refuse(JsonNode node, String source, String path) {
        if (node.isObject()) {
            node.properties().forEach(field -> {
                if (SHAPE.matcher(field.getKey()).find()) {
                    throw refused(source + (path.isEmpty() ? "the file" : path), "has a name that reads like a key.");
                }
                refuse(field.getValue(), source, path.isEmpty() ? field.getKey() : path + "." + field.getKey());
            });
        } else if (node.isArray()) {
            node.forEach(element -> refuse(element, source, path));
        } else if (node.isTextual()) {
            String complaint = complaint(path, node.textValue().strip());
            if (!complaint.isEmpty()) {
                throw refused(source + path, complaint);
            }
        }
    }

    private static SettingsException refused(String place, String complaint) {
        return new SettingsException(place + " " + complaint + MOVE);
    }

    /** What is wrong with a text in this place; empty if nothing is. */
    private static String complaint(String path, String text) {
        String name = path.substring(path.lastIndexOf('.') + 1);
        if (name.equals("key-env") || name.equals("proxy-credentials-env")) {
            return isVariable(text)
                    ? ""
                    : "must be the name of an environment variable, of letters, digits and underscores.";
        }
        if (path.matches("endpoints\\..+\\.headers\\.[^.]+")) {
            return header(name, text);
        }
        if (name.equals("base-url") || name.equals("proxy")) {
            return ADDRESS.matcher(text).matches() && !SHAPE.matcher(text).find()
                    ? ""
                    : "must be like " + (name.equals("proxy") ? "http://host:3128" : "https://host/v1")
                            + ", without user, password, query or fragment.";
        }
        if (path.contains(".extra-body.") && SENSITIVE_NAME.matcher(name).find()) {
            return "would send a key in the body; name its variable under key-env, or as env:NAME in a header.";
        }
        if (path.equals("run.store") && STORE_WITH_KEY.matcher(text).find()) {
            return store();
        }
        return SHAPE.matcher(text).find()
                ? "reads like a key; name its variable under key-env, or as env:NAME in a header."
                : "";
    }

    private static String header(String name, String text) {
        if (text.startsWith(FROM_ENVIRONMENT)) {
            return isVariable(text.substring(FROM_ENVIRONMENT.length()))
                    ? ""
                    : "must have the name of an environment variable after env:, of letters, digits and underscores.";
        }
        return SENSITIVE_NAME.matcher(name).find() || SHAPE.matcher(text).find()
                ? "would hold a key; write env:NAME, with the variable that has the whole value."
                : "";
    }

    private static boolean isVariable(String text) {
        return VARIABLE.matcher(text).matches()
                && !UNREADABLE.matcher(text).find()
                && !SHAPE.matcher(text).find();
    }

    /**
     * @param place who set it
     * @throws SettingsException if the store's URL contains a user or a password
     */
    static void requireNoneInStore(String store, String place) {
        if (STORE_WITH_KEY.matcher(store).find()) {
            throw refused(place, store());
        }
    }

    private static String store() {
        return "must be a URL without user and password; CULTIVAR_STORE_USER and CULTIVAR_STORE_PASSWORD in the environment"
                + " hold them.";
    }
}

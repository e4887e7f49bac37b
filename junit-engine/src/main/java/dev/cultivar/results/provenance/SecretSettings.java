package dev.cultivar.results.provenance;

import java.util.regex.Pattern;

/** Keeps possible secrets out of reports. */
final class SecretSettings {

    static final String MASK = "(not shown)";

    private static final Pattern SUSPECT = Pattern.compile(
            "(?i)authori[sz]ation|api.?key|^key$|secret|password|passwd|credential|bearer|access.?token|auth.?token|^token$");
    private static final Pattern USER_INFO = Pattern.compile("(?<=//)[^/\\s]*@");
    private static final Pattern AFTER_PATH = Pattern.compile("[?#].*$");
    private static final Pattern JDBC_PARAMETER = Pattern.compile("(?i)((?:password|user|secret|token|key)=)[^&;]*");

    private SecretSettings() {}

    /** The value, or a mask if its name suggests a secret. */
    static Object value(String name, Object value) {
        return SUSPECT.matcher(name).find() ? MASK : value;
    }

    /** An address without user, query and fragment. */
    static String address(String url) {
        return AFTER_PATH.matcher(USER_INFO.matcher(url).replaceAll("")).replaceAll("");
    }

    /** A store's address; a JDBC URL loses its credentials. */
    static String store(String store) {
        return JDBC_PARAMETER.matcher(USER_INFO.matcher(store).replaceAll("")).replaceAll("$1" + "***");
    }
}

package dev.cultivar.maven.reference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** A jar that users get with the plugin or the engine. */
record Dependency(String group, String artifact, String version) {

    private static final Pattern RESOLVED = Pattern.compile("<dependency>\\s*<groupId>(.+?)</groupId>\\s*"
            + "<artifactId>(.+?)</artifactId>\\s*<type>.+?</type>\\s*<version>(.+?)</version>");

    /** What Maven resolved for the plugin, the engine's own among them: its descriptor lists all of it. */
    static List<Dependency> ofPlugin(Path descriptor) throws IOException {
        return RESOLVED.matcher(Files.readString(descriptor))
                .results()
                .map(found -> new Dependency(found.group(1), found.group(2), found.group(3)))
                .filter(dependency -> !dependency.group.equals("dev.cultivar"))
                .toList();
    }

    String name() {
        return group + ":" + artifact;
    }

    String file() {
        return artifact + "-" + version + ".jar";
    }

    String packageUrl() {
        return "pkg:maven/" + group + "/" + artifact + "@" + version;
    }
}

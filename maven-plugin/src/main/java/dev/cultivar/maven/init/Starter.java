package dev.cultivar.maven.init;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoExecutionException;

/** The ways to start a project. */
enum Starter {
    PROJECT("mvn verify (green: the built-in model answers as Danes do), then mvn verify"
            + " -Dcultivar.models=planted/perfect-US (red: it answers as Americans do)") {
        @Override
        Map<Path, String> files(Folder folder) {
            return Map.of(folder.source("ValuesGate.java"), Template.read("ValuesGate.java.txt"));
        }

        @Override
        String settings(Folder folder) {
            return "";
        }
    },

    TOPIC("mvn verify (green: the built-in model answers as your Danes do), then mvn verify"
            + " -Dcultivar.models=planted/uniform (red: it answers at random); then put your topic and your figures into"
            + " the files") {
        @Override
        Map<Path, String> files(Folder folder) {
            Map<Path, String> files = new LinkedHashMap<>();
            files.put(folder.source("WorkGate.java"), Template.read("topic/WorkGate.java.txt"));
            for (String name : List.of("topics.yaml", "prompts/en.yaml", "populations.csv")) {
                files.put(own(folder).resolve(name), Template.read("topic/" + name));
            }
            return files;
        }

        @Override
        String settings(Folder folder) {
            return Template.read("topic/run.yaml").replace("@folder@", folder.named(own(folder)));
        }
    };

    private final String next;

    Starter(String next) {
        this.next = next;
    }

    /** Files other than {@code pom.xml} and {@code cultivar.yaml}, with their texts. */
    abstract Map<Path, String> files(Folder folder);

    /** What {@code cultivar.yaml} must say; empty for nothing. */
    abstract String settings(Folder folder);

    /** The next command to run. */
    String next() {
        return next;
    }

    static Starter of(String name) throws MojoExecutionException {
        return Arrays.stream(values())
                .filter(starter -> starter.label().equals(name))
                .findFirst()
                .orElseThrow(() -> new MojoExecutionException("cultivar.init is '" + name + "'; it must be "
                        + Arrays.stream(values()).map(Starter::label).collect(Collectors.joining(" or ")) + "."));
    }

    private String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static Path own(Folder folder) {
        return folder.testResources().resolve("cultivar");
    }

    /** Writes the files that do not exist yet. */
    final StarterResult writeTo(Folder folder) throws MojoExecutionException {
        Map<Path, String> all = new LinkedHashMap<>();
        all.put(folder.root().resolve("pom.xml"), PomParts.wholePom());
        files(folder).forEach((file, text) -> all.put(file, text.replace("@package@", folder.packageName())));
        Path settings = folder.testResources().resolve("cultivar.yaml");
        all.put(settings, Template.read("cultivar.yaml") + settings(folder));
        all.putAll(GitIgnore.of(folder.root()).toWrite());
        List<String> written = new ArrayList<>();
        List<String> kept = new ArrayList<>();
        for (Map.Entry<Path, String> file : all.entrySet()) {
            boolean is = written(file.getKey(), file.getValue())
                    || (file.getKey().equals(settings) && appended(settings, settings(folder)));
            (is ? written : kept).add(folder.named(file.getKey()));
        }
        return new StarterResult(
                written,
                kept,
                kept.contains(folder.named(settings)) && !has(settings, "topics.yaml") ? settings(folder) : "");
    }

    private static boolean written(Path file, String text) throws MojoExecutionException {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } catch (IOException e) {
            throw new MojoExecutionException(
                    file + " cannot be written (" + e.getClass().getSimpleName() + "); check the folder.", e);
        }
    }

    /** A file with only comments is as {@code init} wrote it, or says just as little. */
    private static boolean appended(Path file, String text) throws MojoExecutionException {
        try {
            if (text.isEmpty()
                    || !Files.readString(file).lines().allMatch(line -> line.isBlank() || line.startsWith("#"))) {
                return false;
            }
            Files.writeString(file, text, StandardOpenOption.APPEND);
            return true;
        } catch (IOException e) {
            throw new MojoExecutionException(
                    file + " cannot be changed (" + e.getClass().getSimpleName() + "); check the file.", e);
        }
    }

    private static boolean has(Path file, String text) throws MojoExecutionException {
        try {
            return Files.readString(file).contains(text);
        } catch (IOException e) {
            throw new MojoExecutionException(
                    file + " cannot be read (" + e.getClass().getSimpleName() + "); check the file.", e);
        }
    }
}

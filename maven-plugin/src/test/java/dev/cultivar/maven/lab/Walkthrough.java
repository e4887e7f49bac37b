package dev.cultivar.maven.lab;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Follows a page of the documentation: writes its files, runs its commands, and compares what they print with what it shows.
 * A fence's words say what a block is: a language and a file to write; {@code sh}, with {@code red} where the command
 * must fail, {@code small} where fewer responses do for it, and {@code once} where the build that this is a part of has
 * done it; {@code text shown} for lines that the last command must print, {@code ...} for lines left out.
 */
public final class Walkthrough {

    /** One response for each topic of the list that the pages use: too few for intervals at these topics, or for gates at all. */
    private static final String FEW =
            "-Dcultivar.responses=76 -Dcultivar.estimand=all-topics -Dcultivar.inconclusive=pass";

    private static final Pattern FENCE = Pattern.compile("^```(\\w+) ?(.*)$");

    private final Path folder;
    private final String maven;
    private final Map<String, String> environment = new HashMap<>();
    private final Map<String, String> replacements = new HashMap<>();
    private String printed = "";
    private int commands;
    private int files;

    /**
     * @param folder to walk in; emptied first
     * @param maven the command that stands for {@code mvn}
     */
    public Walkthrough(File folder, String maven) throws IOException {
        this.folder = folder.toPath();
        this.maven = maven;
        with("MAVEN_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
        delete(folder);
        Files.createDirectories(this.folder);
    }

    /** The command for Maven in the builds of a project of the invoker, with its repositories. */
    public static String maven(File project, File localRepository, File settings, String downloaded)
            throws IOException {
        Path own = project.toPath().resolve("settings.xml");
        Files.writeString(own, Files.readString(settings.toPath()).replace("@localRepositoryUrl@", downloaded));
        return "'" + System.getProperty("maven.home") + "/bin/mvn' -s '" + own + "' -Dmaven.repo.local='"
                + localRepository + "'";
    }

    /** An environment variable for the commands. */
    public Walkthrough with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** What stands for an address of the page, in its files. */
    public Walkthrough at(String address, String instead) {
        replacements.put(address, instead);
        return this;
    }

    /** A {@code vllm} on the path that has the lab at an address answer files. Needs {@code curl}. */
    public Walkthrough vllm(String lab) throws IOException {
        Path tool = folder.resolveSibling("tools").resolve("vllm");
        Files.createDirectories(tool.getParent());
        Files.writeString(tool, """
                #!/bin/bash
                while [ $# -gt 0 ]; do case $1 in -i) in=$2;; -o) out=$2;; esac; shift; done
                curl -sf --data-binary @"$in" -o "$out" %s/run-batch
                """.formatted(lab));
        if (!tool.toFile().setExecutable(true)) {
            throw new IOException(tool + " cannot be made executable");
        }
        return with("PATH", tool.getParent() + File.pathSeparator + System.getenv("PATH"));
    }

    public int commands() {
        return commands;
    }

    public int files() {
        return files;
    }

    /** Follows a page to its end; fails with the block that does not hold. */
    public Walkthrough follow(File page) throws IOException, InterruptedException {
        List<String> lines = Files.readAllLines(page.toPath());
        for (int at = 0; at < lines.size(); at++) {
            Matcher fence = FENCE.matcher(lines.get(at));
            if (!fence.matches()) {
                continue;
            }
            List<String> block = new ArrayList<>();
            for (at++; !lines.get(at).equals("```"); at++) {
                block.add(lines.get(at));
            }
            step(fence.group(1), fence.group(2).strip(), block);
        }
        return this;
    }

    private void step(String language, String words, List<String> block) throws IOException, InterruptedException {
        if (language.equals("sh") && words.equals("once")) {
            return;
        } else if (language.equals("sh")) {
            List<String> marks = List.of(words.split(" "));
            run(block, marks.contains("red"), marks.contains("small"));
        } else if (words.equals("shown")) {
            compare(block);
        } else if (!words.isEmpty()) {
            String content = String.join("\n", block) + "\n";
            for (Map.Entry<String, String> replacement : replacements.entrySet()) {
                content = content.replace(replacement.getKey(), replacement.getValue());
            }
            Path file = folder.resolve(words);
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
            files++;
        }
    }

    private void run(List<String> block, boolean red, boolean small) throws IOException, InterruptedException {
        String command = small ? maven + " " + FEW + " " : maven + " ";
        String script = String.join("\n", block).replaceAll("(?m)^mvn ", Matcher.quoteReplacement(command));
        ProcessBuilder builder = new ProcessBuilder("bash", "-e", "-c", script)
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        boolean failed = process.waitFor() != 0;
        System.out.println("$ " + String.join("\n", block) + "\n" + printed);
        if (failed != red) {
            throw new AssertionError(block + " came out " + (failed ? "red" : "green") + ":\n" + printed);
        }
        commands++;
    }

    private void compare(List<String> block) {
        List<String> lines = printed.lines().map(String::strip).toList();
        for (String line : block) {
            String shown = line.strip();
            if (!shown.isEmpty() && !shown.equals("...") && !lines.contains(shown)) {
                throw new AssertionError(
                        "the page shows a line that the command does not print: " + shown + "\n" + printed);
            }
        }
    }

    private static void delete(File file) throws IOException {
        File[] inside = file.listFiles();
        if (inside != null && !Files.isSymbolicLink(file.toPath())) {
            for (File each : inside) {
                delete(each);
            }
        }
        Files.deleteIfExists(file.toPath());
    }
}

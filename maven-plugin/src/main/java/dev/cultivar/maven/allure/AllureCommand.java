package dev.cultivar.maven.allure;

import dev.cultivar.io.AtomicFile;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;

/** Allure's command line, which Maven resolves like any other artifact. It runs in a separate process. */
public final class AllureCommand {

    private static final String VERSION = "2.34.1";
    private static final long MOST_MINUTES = 15;

    private final MavenProject project;
    private final MavenSession session;
    private final RepositorySystem repositories;
    private final Path work;

    /** @param output folder where it is unzipped and writes its log */
    public AllureCommand(MavenProject project, MavenSession session, RepositorySystem repositories, Path output) {
        this.project = project;
        this.session = session;
        this.repositories = repositories;
        this.work = output.resolve("allure");
    }

    /**
     * Generates a single-file report.
     *
     * @param results folder of Allure results
     * @param report folder of the report; its earlier contents are deleted
     * @return the report's file
     */
    Path generate(Path results, Path report) throws IOException, MojoExecutionException {
        Path home = unzipped(zip()).resolve("allure-" + VERSION);
        Path log = work.resolve("allure.log");
        ProcessBuilder command = new ProcessBuilder(arguments(home, results, report));
        command.environment().put("APP_HOME", home.toAbsolutePath().toString());
        // Allure reads this as a boolean: with any other word, the page calls home whenever somebody opens it.
        command.environment().put("ALLURE_NO_ANALYTICS", "true");
        Path file = report.resolve("index.html");
        Files.deleteIfExists(file);
        run(command.redirectErrorStream(true).redirectOutput(log.toFile()), log);
        if (!Files.isRegularFile(file)) {
            throw new MojoExecutionException("Allure wrote no " + file + "; its output is in " + log + ".");
        }
        return file;
    }

    /** Contains only paths: every user of the machine can read a process's arguments. */
    public static List<String> arguments(Path home, Path results, Path report) {
        String lib = home.resolve("lib") + File.separator;
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                lib + "*" + File.pathSeparator + lib + "config",
                "io.qameta.allure.CommandLine",
                "generate",
                results.toAbsolutePath().toString(),
                "-o",
                report.toAbsolutePath().toString(),
                "--clean",
                "--single-file");
    }

    private static void run(ProcessBuilder command, Path log) throws IOException, MojoExecutionException {
        Process process = command.start();
        try {
            process.getOutputStream().close();
            if (!process.waitFor(MOST_MINUTES, TimeUnit.MINUTES)) {
                throw new MojoExecutionException(
                        "Allure did not finish within " + MOST_MINUTES + " minutes; its output is in " + log + ".");
            }
            if (process.exitValue() != 0) {
                throw new MojoExecutionException(
                        "Allure ended with exit code " + process.exitValue() + "; its output is in " + log + ".");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MojoExecutionException("The Allure report was interrupted.", e);
        } finally {
            process.destroyForcibly();
        }
    }

    private Path zip() throws MojoExecutionException {
        ArtifactRequest request = new ArtifactRequest(
                new DefaultArtifact("io.qameta.allure", "allure-commandline", "zip", VERSION),
                project.getRemoteProjectRepositories(),
                null);
        try {
            return repositories
                    .resolveArtifact(session.getRepositorySession(), request)
                    .getArtifact()
                    .getFile()
                    .toPath();
        } catch (ArtifactResolutionException e) {
            throw new MojoExecutionException(
                    "Allure's command line cannot be resolved. Let Maven download"
                            + " io.qameta.allure:allure-commandline:zip:"
                            + VERSION + " once, without -o.",
                    e);
        }
    }

    /** Unzips it once per build folder. A half-finished copy from an interrupted build is not taken for a complete one. */
    private Path unzipped(Path zip) throws IOException, MojoExecutionException {
        Path done = work.resolve(VERSION);
        if (Files.isDirectory(done)) {
            return done;
        }
        Files.createDirectories(work);
        Path part = Files.createTempDirectory(work, "unzip");
        unzip(zip, part);
        AtomicFile.move(part, done);
        return done;
    }

    /** @throws MojoExecutionException where an entry would be written outside the folder */
    static void unzip(Path zip, Path folder) throws IOException, MojoExecutionException {
        Path root = folder.toAbsolutePath().normalize();
        try (ZipInputStream entries = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                Path file = root.resolve(entry.getName()).normalize();
                if (!file.startsWith(root)) {
                    throw new MojoExecutionException(zip + " holds " + entry.getName()
                            + ", which points outside the archive; nothing in it is run.");
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else {
                    Files.createDirectories(file.resolveSibling("."));
                    Files.copy(entries, file);
                }
            }
        }
    }
}

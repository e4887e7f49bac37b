package dev.cultivar.report.junitxml;

import dev.cultivar.results.ReportFile;
import dev.cultivar.results.ResultsException;
import dev.cultivar.results.provenance.RunEnvironment;
import dev.cultivar.text.FileName;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import javax.xml.stream.XMLStreamException;

/** Writes one {@code TEST-SUITE.xml} per suite. */
public final class JUnitXmlFiles {

    private static final String START = "TEST-";
    private static final String END = ".xml";

    private final Path folder;

    /**
     * Files in a folder.
     *
     * @param folder folder for the files; created if missing
     */
    public JUnitXmlFiles(Path folder) {
        this.folder = folder;
    }

    /**
     * Removes the files of an earlier run.
     *
     * @throws IOException if a file cannot be deleted
     */
    public void clear() throws IOException {
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, START + "*" + END)) {
                for (Path file : files) {
                    Files.delete(file);
                }
            }
        }
    }

    /**
     * Writes the file of a suite.
     *
     * @param started when its first case started
     * @param cases cases by name, in the order in which they are shown
     * @throws ResultsException if it cannot be written
     */
    public void write(String suite, Instant started, Map<String, JUnitCase> cases) {
        ReportFile.write(folder.resolve(START + FileName.of(suite) + END), out -> {
            try {
                new JUnitXmlWriter(out).write(suite, RunEnvironment.cultivarVersion(), started, cases);
            } catch (XMLStreamException e) {
                throw new IOException(e);
            }
        });
    }
}

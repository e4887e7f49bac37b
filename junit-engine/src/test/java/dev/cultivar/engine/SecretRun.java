package dev.cultivar.engine;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.FileEntry;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs of {@link SecretRunTest} in a process of their own, with keys in its real environment. Says all it can. */
final class SecretRun {

    private SecretRun() {}

    /** @param args folder of what is written, sound settings, settings with a key in them */
    public static void main(String[] args) {
        Path folder = Path.of(args[0]);
        PrintWriter out = new PrintWriter(System.out, true);
        run(
                folder.resolve("sound"),
                args[1],
                folder.resolve("store/responses.db").toString(),
                out);
        // Nobody listens there; the password is in the environment.
        run(folder.resolve("nowhere"), args[1], "jdbc:postgresql://127.0.0.1:9/answers?user=cultivar", out);
        run(folder.resolve("in-yaml"), args[2], "memory", out);
        run(
                folder.resolve("in-parameter"),
                args[1],
                "jdbc:postgresql://me:" + SecretRunTest.LITERAL + "@127.0.0.1:9/a",
                out);
        System.setProperty("cultivar.seed", SecretRunTest.LITERAL);
        run(folder.resolve("in-property"), args[1], "memory", out);
    }

    private static void run(Path folder, String settings, String store, PrintWriter out) {
        try (LauncherSession session = LauncherFactory.openSession()) {
            session.getLauncher().execute(request(folder, settings, store).build(), new Talkative(out));
        }
    }

    private static LauncherDiscoveryRequestBuilder request(Path folder, String settings, String store) {
        Map<String, String> parameters = new HashMap<>();
        parameters.put("cultivar.config", settings);
        parameters.put("cultivar.models", "perfect,refused");
        parameters.put("cultivar.rounds", "100");
        parameters.put("cultivar.mode", "record");
        parameters.put("cultivar.report.answers", "all");
        parameters.put("cultivar.output", folder.resolve("cultivar").toString());
        parameters.put("cultivar.store", store);
        return LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(SecretRunTest.Suite.class))
                .filters(EngineFilter.includeEngines("cultivar"))
                .configurationParameters(parameters);
    }

    /** Prints whatever a listener can be told, and so all that the reports of build tools are made of. */
    private record Talkative(PrintWriter out) implements TestExecutionListener {

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            out.println(test.getUniqueId() + " " + test.getDisplayName() + " " + result.getStatus());
            result.getThrowable().ifPresent(failure -> failure.printStackTrace(out));
        }

        @Override
        public void executionSkipped(TestIdentifier test, String reason) {
            out.println(test.getDisplayName() + " skipped: " + reason);
        }

        @Override
        public void fileEntryPublished(TestIdentifier test, FileEntry file) {
            out.println(test.getDisplayName() + " " + file);
        }

        @Override
        public void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
            out.println(test.getDisplayName() + " " + entry);
        }
    }
}

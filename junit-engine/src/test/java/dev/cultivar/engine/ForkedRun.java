package dev.cultivar.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A whole run in a process of its own, made to be ended before its time. */
final class ForkedRun {

    private ForkedRun() {}

    /** @param args folder of the results, settings, store, suite */
    public static void main(String[] args) throws ClassNotFoundException {
        List<String> said = LabRun.complaints(new LabRun(Path.of(args[0]), Path.of(args[1]))
                .with("cultivar.store", args[2])
                .of(Class.forName(args[3])));
        said.forEach(System.out::println);
        // Only main's own end is a good one: a shutdown hook runs on all others.
        System.out.println("ended with " + said.size() + " complaints");
        System.exit(said.isEmpty() ? 0 : 1);
    }

    static Process start(Path folder, Path settings, String store, Class<?> suite) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return new ProcessBuilder(List.of(
                        java,
                        "-Xshare:auto",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath,
                        ForkedRun.class.getName(),
                        folder.toString(),
                        settings.toString(),
                        store,
                        suite.getName()))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("fork.log").toFile())
                .start();
    }
}

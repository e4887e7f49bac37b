package dev.cultivar.service;

import dev.cultivar.run.RunProgress;
import java.io.Console;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reports progress at intervals: a moving bar on a terminal, lines in a log. A run that ends before the first interval prints nothing. */
final class ProgressPrinter implements AutoCloseable {

    private static final Duration FRAME = Duration.ofSeconds(1);
    private static final String CLEAR_LINE = "\r\u001b[K";

    private final String name;
    private final PrintStream console;
    private final boolean terminal;
    private final Supplier<RunProgress> progress;
    private final LongSupplier nanos;
    private final ProgressLine line = new ProgressLine();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "cultivar-progress");
        thread.setDaemon(true);
        return thread;
    });
    private boolean drawn;
    private boolean said;
    private @Nullable Stage stage;

    /**
     * @param nanos the clock, such as {@link System#nanoTime}
     */
    ProgressPrinter(
            String name, PrintStream console, boolean terminal, Supplier<RunProgress> progress, LongSupplier nanos) {
        this.name = name;
        this.console = console;
        this.terminal = terminal;
        this.progress = progress;
        this.nanos = nanos;
    }

    /** The work after the last response. */
    private record Stage(int responses, String what, long began) {}

    /**
     * Starts.
     *
     * @param name the suite's simple name
     * @param interval time between lines of a log
     * @param terminal whether the output is a terminal
     */
    static ProgressPrinter start(
            String name, PrintStream console, Duration interval, boolean terminal, Supplier<RunProgress> progress) {
        ProgressPrinter printer = new ProgressPrinter(name, console, terminal, progress, System::nanoTime);
        long millis = (terminal ? FRAME : interval).toMillis();
        var unused = printer.clock.scheduleAtFixedRate(printer::print, millis, millis, TimeUnit.MILLISECONDS);
        return printer;
    }

    /** Whether standard output is a terminal that moves its cursor. */
    static boolean onTerminal() {
        String kind = System.getenv("TERM");
        return System.getenv("CI") == null && kind != null && !kind.equals("dumb") && consoleIsTerminal();
    }

    /** Before Java 22, a console exists only on a terminal; since then, the console tells whether it is one. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean consoleIsTerminal() {
        @Nullable Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
        } catch (NoSuchMethodException e) {
            return true;
        } catch (IllegalAccessException | InvocationTargetException e) {
            return false;
        }
    }

    /**
     * Enters a stage after the last question. If the run was long enough for its progress to be shown, prints the stage at once.
     *
     * @param responses number of responses received
     * @param what the work, for example "writing report.html"
     */
    synchronized void enter(int responses, String what) {
        stage = new Stage(responses, what, nanos.getAsLong());
        if (said && !clock.isShutdown()) {
            print();
        }
    }

    /** Prints the current progress. */
    synchronized void print() {
        if (clock.isShutdown()) {
            return;
        }
        Stage now = stage;
        if (now != null) {
            Duration since = Duration.ofNanos(nanos.getAsLong() - now.began());
            say(
                    terminal
                            ? ProgressLine.barAfter(now.responses(), now.what(), since)
                            : ProgressLine.after(now.responses(), now.what(), since));
            return;
        }
        RunProgress run = progress.get();
        if (run.done() < run.planned()) {
            say(terminal ? line.bar(run) : line.text(run));
        }
    }

    private void say(String text) {
        if (terminal) {
            console.print(CLEAR_LINE + text);
            drawn = true;
        } else {
            console.println("Cultivar " + name + ": " + text);
        }
        console.flush();
        said = true;
    }

    @Override
    public void close() {
        clock.shutdownNow();
        synchronized (this) {
            if (drawn) {
                console.print(CLEAR_LINE);
                console.flush();
                drawn = false;
            }
        }
    }
}

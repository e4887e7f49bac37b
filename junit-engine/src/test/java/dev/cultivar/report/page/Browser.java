package dev.cultivar.report.page;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** Headless Chromium as Debian packages it, with a profile of its own, that fetches nothing of its own accord. */
public final class Browser implements AutoCloseable {

    static final Path CHROMIUM = onPath("chromium", "chromium-browser", "google-chrome");
    static final Path DRIVER = onPath("chromedriver");

    private final Path profile;
    private final ChromeDriver driver;

    public Browser() {
        try {
            profile = Files.createTempDirectory("cultivar-browser");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM.toFile());
        options.setCapability("goog:loggingPrefs", logs);
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-dev-shm-usage",
                "--user-data-dir=" + profile);
        driver = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(DRIVER.toFile())
                        .usingAnyFreePort()
                        .build(),
                options);
    }

    /** The first of the programs that the path has; where it has none, where Debian puts the first. */
    private static Path onPath(String... programs) {
        for (String program : programs) {
            for (String folder :
                    Objects.requireNonNullElse(System.getenv("PATH"), "").split(File.pathSeparator)) {
                Path file = Path.of(folder, program);
                if (Files.isExecutable(file) && Files.isRegularFile(file)) {
                    return file;
                }
            }
        }
        return Path.of("/usr/bin", programs[0]);
    }

    static boolean isInstalled() {
        return Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER);
    }

    public Browser size(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
        return this;
    }

    public Browser dark(boolean dark) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
        return this;
    }

    /** Lays the page out as for paper, as wide as A4 within the page's margins. */
    Browser onPaper() {
        size(703, 1017);
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print"));
        return this;
    }

    Browser onScreen() {
        size(1200, 900);
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", ""));
        return this;
    }

    /** Prints for real, which tells the page before and after; how many pages of this size in inches it takes, with the page's own margins. */
    int print(double width, double height) {
        String data = (String) driver.executeCdpCommand(
                        "Page.printToPDF",
                        Map.of("paperWidth", width, "paperHeight", height, "preferCSSPageSize", true))
                .get("data");
        String pdf = new String(Base64.getDecoder().decode(data), StandardCharsets.ISO_8859_1);
        return (int) Pattern.compile("/Type\\s*/Page\\b").matcher(pdf).results().count();
    }

    /** Presses keys where the focus is. */
    void keys(CharSequence... keys) {
        driver.switchTo().activeElement().sendKeys(keys);
    }

    /** Opens the project's own page. */
    public Browser open(Path file) {
        return open(file, "", "#cell-table > *");
    }

    /**
     * Opens a page.
     *
     * @param fragment what stands behind the file's name, from its sign on
     * @param until selector of what there must be before it is ready
     */
    public Browser open(Path file, String fragment, String until) {
        // A page whose fragment alone is another is not loaded anew.
        driver.get("about:blank");
        driver.get(file.toUri() + fragment);
        until("return document.querySelector('" + until + "') !== null");
        return this;
    }

    /** Waits for a script to return true. */
    void until(String script) {
        long end = System.nanoTime() + 60_000_000_000L;
        while (!Boolean.TRUE.equals(script(script))) {
            if (System.nanoTime() > end) {
                throw new AssertionError("never came true: " + script);
            }
            pause();
        }
    }

    public Object script(String script) {
        return driver.executeScript(script);
    }

    public WebElement find(String css) {
        return driver.findElement(By.cssSelector(css));
    }

    List<WebElement> all(String css) {
        return driver.findElements(By.cssSelector(css));
    }

    /**
     * Clicks as a user does: scrolls to the element and waits until nothing moves or lies above its middle. Clicking one
     * row makes the page longer, and on a busy machine the next click could come while the rows are still on their way.
     */
    public void click(WebElement element) {
        String before = "";
        String place = place(element);
        for (int looks = 0; place.isEmpty() || !place.equals(before); looks++) {
            if (looks > 3_000) {
                throw new AssertionError("never came to rest in sight: " + element);
            }
            pause();
            before = place;
            place = place(element);
        }
        element.click();
    }

    /** Where the element is once it is scrolled to; empty while something lies above its middle. */
    private String place(WebElement element) {
        return (String) driver.executeScript(
                "const e = arguments[0]; e.scrollIntoView({block: 'center', behavior: 'instant'});"
                        + "const r = e.getBoundingClientRect();"
                        + "const top = document.elementFromPoint(r.x + r.width / 2, r.y + r.height / 2);"
                        + "return top && e.contains(top) ? r.x + ' ' + r.y : ''",
                element);
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Warnings and errors of the console; reading empties it. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                .toList();
    }

    /** Addresses that pages asked for; reading empties the list. */
    List<String> requests() {
        return driver.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
                .map(LogEntry::getMessage)
                .filter(message -> message.contains("\"Network.requestWillBeSent\""))
                .map(message -> message.replaceAll("(?s).*\"request\":\\{.*?\"url\":\"([^\"]*)\".*", "$1"))
                .toList();
    }

    public void screenshot(Path file) throws IOException {
        Object data = driver.executeCdpCommand("Page.captureScreenshot", Map.of("format", "png"))
                .get("data");
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, Base64.getDecoder().decode((String) data));
    }

    @Override
    public void close() {
        driver.quit();
        try (Stream<Path> files = Files.walk(profile)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            // A browser that is still closing keeps files of its own; the folder is temporary anyway.
        }
    }
}

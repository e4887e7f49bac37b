package dev.cultivar.report.page;

import dev.cultivar.report.html.Html;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a run printed, as a terminal would show it. */
public final class ConsolePage {

    private static final String HEAD = """
            <!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Console</title>
            <style>
            :root { color-scheme: light dark; }
            body { margin: 0; padding: 14px 18px; background: #fbfbfa; color: #1c1e21; }
            pre { margin: 0; font: 13px/1.35 'DejaVu Sans Mono', monospace; white-space: pre-wrap; overflow-wrap: anywhere; }
            @media (max-width: 600px) { body { padding: 8px; } pre { font-size: 10px; } }
            @media (prefers-color-scheme: dark) { body { background: #16181b; color: #d9dce0; } }
            </style>
            """;

    private ConsolePage() {}

    public static Path write(Path file, String printed) throws IOException {
        Html html = new Html();
        html.open("pre");
        html.text(printed.strip());
        html.open("span", "id", "end").close("span");
        html.close("pre");
        Files.createDirectories(file.toAbsolutePath().getParent());
        return Files.writeString(file, HEAD + html);
    }
}

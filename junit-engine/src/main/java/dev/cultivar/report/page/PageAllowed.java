package dev.cultivar.report.page;

import dev.cultivar.report.html.Html;
import dev.cultivar.report.words.allowed.AllowedWords;
import dev.cultivar.results.ResultsFile;

/** What a run was allowed, as a list. */
final class PageAllowed {

    private PageAllowed() {}

    static void write(Html html, ResultsFile results) {
        html.open("ul");
        AllowedWords.of(results).forEach(line -> html.open("li").foreign(line).close("li"));
        html.close("ul");
    }
}

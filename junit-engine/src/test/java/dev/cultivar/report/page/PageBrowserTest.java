package dev.cultivar.report.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.cultivar.analysis.calibration.HumanLabel;
import dev.cultivar.analysis.calibration.HumanLabels;
import dev.cultivar.api.Stance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What a reader finds, and what a model's answer cannot do. */
class PageBrowserTest extends InBrowser {

    @Test
    void itOpensFromDiskWithoutAComplaintOrARequest() {
        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.requests())
                .containsExactly(output.resolve(PageFiles.NAME).toUri().toString());
    }

    @Test
    void aHostileAnswerIsShownAsTextAndDoesNotRun() {
        browser.all(".cells .open").forEach(browser::click);

        assertThat(browser.script("return window.hacked === undefined")).isEqualTo(true);
        assertThat((String) browser.script(
                        "return Array.from(document.querySelectorAll('.raw')).map(e => e.textContent).join('|')"))
                .contains("</script><script>window.hacked=1</script><img src=x")
                .contains("]]>")
                .contains("[U+202E]\u05E9\u05DC\u05D5\u05DD \uD83D\uDE00 [U+0000][U+0007][U+001B]");
        assertThat(browser.all("img, iframe, object, embed, form")).isEmpty();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void evenMarkupThatGotInCouldNotRun() {
        browser.script("document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"window.hacked=1\">')");
        browser.script("const s = document.createElement('script'); s.textContent = 'window.hacked=1';"
                + "document.body.append(s)");

        assertThat(browser.script("return window.hacked === undefined")).isEqualTo(true);
        assertThat(browser.complaints()).isNotEmpty().allMatch(line -> line.contains("Content Security Policy"));
    }

    @Test
    void aLoneSurrogateIsNoHarm() {
        browser.all(".cells .open").forEach(browser::click);

        assertThat((String) browser.script("return Array.from(document.querySelectorAll('.raw'))"
                        + ".map(e => e.textContent).find(t => t.includes('[U+001B]'))"))
                .endsWith("[31m ?");
    }

    @Test
    void anAnswerCountsItsStances() {
        browser.all(".cells .open").forEach(browser::click);

        assertThat((String) browser.script("return document.querySelector('.cells').textContent"))
                .contains("1 pro, 1 con, 0 neutral");
    }

    /** The file is read as calibrate reads it. */
    @Test
    void whereTheJudgeIsWrongBecomesLabelsForCalibrate() throws IOException {
        browser.all(".cells .open").forEach(browser::click);
        assertThat(browser.find(".labels").isDisplayed()).isFalse();
        browser.script("window.saved = []; URL.createObjectURL = blob => { window.saved.push(blob); return 'blob:x'; };"
                + "HTMLAnchorElement.prototype.click = () => {}");
        browser.click(browser.find(".statements li:first-child .wrong"));

        assertThat(browser.find(".labels").getText()).contains("2 labels of 1 answer; the judge is wrong in 1.");
        assertThat(browser.find(".statements li:first-child").getText()).contains("the judge is wrong here");
        browser.click(browser.find(".labels .save"));
        browser.script("window.saved[0].text().then(text => { window.text = text; })");
        browser.until("return window.text !== undefined");
        Path file = Files.writeString(output.resolve("labels.jsonl"), (String) browser.script("return window.text"));
        assertThat(HumanLabels.read(file))
                .extracting(HumanLabel::topic, HumanLabel::language, HumanLabel::statement, HumanLabel::stance)
                .containsExactly(tuple("F120", "da", "God.", Stance.CON), tuple("F120", "da", "Ond.", Stance.CON));
    }

    @Test
    void aDrillDownShowsPromptAnswerStatementsAndStances() {
        browser.click(browser.find(".cells .open"));
        browser.all(".drill summary").forEach(browser::click);

        assertThat(browser.find(".drill").getText())
                .contains("Skriv om abort", "Fine.", "Wrong.", "1. God.", "2 scored", "1 refusal");
        assertThat(browser.all(".drill .statements li span:first-child"))
                .extracting(element -> element.getText())
                .containsExactly("pro", "con");
    }

    @Test
    void aStatementThatNobodyJudgedSaysSo() {
        PageReports.withBaseline().unjudged("Fine.").write(output);
        browser.open(output.resolve(PageFiles.NAME));
        browser.all(".cells .open").forEach(browser::click);

        assertThat(browser.all(".drill .statements li span:first-child"))
                .extracting(element -> element.getText())
                .containsExactlyInAnyOrder("pro", "con", "not judged");
    }

    @Test
    void aCellSaysTheCommandThatAsksItAgain() {
        browser.open(output.resolve(PageFiles.NAME), "#cells?model=m1&language=da&open=F120", ".drill");

        assertThat(browser.find(".drill .again").getText())
                .isEqualTo("mvn test-compile cultivar:check"
                        + " '-Dcultivar.select=[engine:cultivar]/[suite:org.example.ReleaseGate]/[topic:F120]/[model:m1]/[language:da]'"
                        + " -Dcultivar.models=m1 -Dcultivar.languages=da -Dcultivar.responses=6 -Dcultivar.seed=1");
    }
}

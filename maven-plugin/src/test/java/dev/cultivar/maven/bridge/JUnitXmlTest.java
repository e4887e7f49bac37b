package dev.cultivar.maven.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cultivar.api.CoverageGate;
import dev.cultivar.api.CulturalProbe;
import dev.cultivar.api.CulturalSuite;
import dev.cultivar.api.Skipped;
import dev.cultivar.report.junitxml.JUnitXmlFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class JUnitXmlTest {

    static final String HOSTILE =
            "]]></failure><script>&\"' \u0000\u0007\u001B[31m \u202E\uFFFE \uD83D \uD83D\uDE00\nnext";

    @TempDir
    Path output;

    @Test
    void everyCellAndGateIsACaseWithWhatItMeasured() throws Exception {
        Element suite = run(Release.class);

        assertThat(suite.getAttribute("name")).isEqualTo(Release.class.getName());
        assertThat(suite.getAttribute("tests")).isEqualTo("3");
        assertThat(suite.getAttribute("failures")).isEqualTo("1");
        assertThat(suite.getAttribute("errors")).isEqualTo("0");
        assertThat(suite.getAttribute("skipped")).isEqualTo("1");
        Map<String, Element> cases = cases(suite);
        assertThat(cases)
                .containsOnlyKeys(
                        "hostile(F120, planted/perfect-DK, da)[1]",
                        "unsure(F118, planted/perfect-DK, da)[1]",
                        "coverage planted/perfect-DK da >= 0.1");
    }

    @Test
    void aGateThatPassesShowsItsFiguresToo() throws Exception {
        Element gate = cases(run(Release.class)).get("coverage planted/perfect-DK da >= 0.1");

        assertThat(gate.getElementsByTagName("failure").getLength()).isZero();
        assertThat(properties(gate))
                .containsEntry("verdict", "PASS")
                .containsEntry("estimate", "1.0")
                .containsEntry("threshold", "0.1")
                .containsKeys("lower", "upper", "confidence", "n");
        assertThat(text(gate, "system-out")).contains("estimate = 1.0\n", "threshold = 0.1\n");
    }

    @Test
    void hostileTextStaysText() throws Exception {
        Element cell = cases(run(Release.class)).get("hostile(F120, planted/perfect-DK, da)[1]");

        Element failure = (Element) cell.getElementsByTagName("failure").item(0);
        assertThat(failure.getElementsByTagName("*").getLength()).isZero();
        assertThat(failure.getTextContent())
                .contains("]]></failure><script>&\"' [U+0000][U+0007][U+001B][31m [U+202E][U+FFFE] [U+D83D]"
                        + " \uD83D\uDE00\n"
                        + "next");
        assertThat(failure.getAttribute("type")).isEqualTo(AssertionError.class.getName());
        assertThat(properties(cell)).containsEntry("topic", "F120").containsKeys("polarity", "outcomes", "gap");
    }

    @Test
    void whatWasGivenUpIsSkippedAndSaysWhy() throws Exception {
        Element cell = cases(run(Release.class)).get("unsure(F118, planted/perfect-DK, da)[1]");

        assertThat(((Element) cell.getElementsByTagName("skipped").item(0)).getAttribute("message"))
                .isEqualTo("not this time");
    }

    @Test
    void whereNothingWasAskedEveryCaseIsAnErrorThatSaysWhy() throws Exception {
        Element suite = run(Off.class);

        assertThat(suite.getAttribute("errors")).isEqualTo("2").isEqualTo(suite.getAttribute("tests"));
        assertThat(Files.readString(file(Off.class))).contains("<error message=\"Nothing was asked", "not today");
    }

    @Test
    void clearingLeavesOtherFiles() throws Exception {
        run(Off.class);
        Files.writeString(output.resolve("TEST.txt"), "mine");

        new JUnitXmlFiles(output).clear();

        assertThat(file(Off.class)).doesNotExist();
        assertThat(output.resolve("TEST.txt")).exists();
    }

    private Path file(Class<?> suite) {
        return output.resolve("TEST-" + suite.getName() + ".xml");
    }

    private Element run(Class<?> suite) throws Exception {
        new PlatformBridge()
                .apply(Map.of(
                        BridgeKeys.GOAL,
                        "run",
                        BridgeKeys.ROOTS,
                        List.of(),
                        BridgeKeys.SUITES,
                        List.of(suite.getName()),
                        BridgeKeys.PARAMETERS,
                        Map.of("cultivar.output", output.toString(), "cultivar.allure.results", "none")));
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        Document document = factory.newDocumentBuilder().parse(file(suite).toFile());
        return document.getDocumentElement();
    }

    private static Map<String, Element> cases(Element suite) {
        Map<String, Element> cases = new LinkedHashMap<>();
        elements(suite.getElementsByTagName("testcase")).forEach(each -> cases.put(each.getAttribute("name"), each));
        return cases;
    }

    private static Map<String, String> properties(Element of) {
        Map<String, String> properties = new LinkedHashMap<>();
        elements(of.getElementsByTagName("property"))
                .forEach(each -> properties.put(each.getAttribute("name"), each.getAttribute("value")));
        return properties;
    }

    private static String text(Element of, String name) {
        return of.getElementsByTagName(name).item(0).getTextContent();
    }

    private static List<Element> elements(NodeList nodes) {
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    @CulturalSuite(models = "planted/perfect-DK", languages = "da", responses = 4)
    @CoverageGate(min = 0.1)
    static class Release {
        @CulturalProbe("F120")
        void hostile() {
            throw new AssertionError(HOSTILE);
        }

        @CulturalProbe("F118")
        void unsure() {
            throw new TestAbortedException("not this time");
        }
    }

    @Skipped("not today")
    @CulturalSuite(models = "planted/perfect-DK", languages = "da", responses = 2)
    @CoverageGate(min = 0.1)
    static class Off {
        @CulturalProbe("F120")
        void abortion() {}
    }
}

package dev.cultivar.report.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class FiguresTest {

    private static final Offset<Double> PIXEL = Offset.offset(0.2);

    private static final String HOSTILE = "</svg><script>alert(1)</script>]]>&\"'";

    @Test
    void aFigureHasANameAndADescriptionForThoseWhoDoNotSeeIt() throws Exception {
        Element svg = parse(intervals().draw()).getDocumentElement();

        assertThat(svg.getAttribute("role")).isEqualTo("img");
        assertThat(svg.getAttribute("aria-labelledby")).isEqualTo("S-a-title");
        assertThat(texts(svg, "title")).startsWith("Title").contains("m1: 0.5");
        assertThat(texts(svg, "desc")).containsExactly("How to read it");
    }

    @Test
    void everyMarkSaysItsNumbersWhenItIsPointedAt() throws Exception {
        assertThat(texts(parse(scatter().draw()).getDocumentElement(), "title")).contains("m1: 0.5", "m2: 0.7");
        assertThat(texts(parse(heat("r").draw()).getDocumentElement(), "title")).contains("more", "less");
    }

    @Test
    void namesFromOutsideStayText() throws Exception {
        Document document = parse(heat(HOSTILE).draw());

        assertThat(document.getElementsByTagName("script").getLength()).isZero();
        assertThat(document.getDocumentElement().getTextContent()).contains(HOSTILE);
    }

    @Test
    void theSameNumbersGiveTheSameFigure() {
        assertThat(intervals().draw()).isEqualTo(intervals().draw());
        assertThat(scatter().draw()).isEqualTo(scatter().draw());
        assertThat(heat("r").draw()).isEqualTo(heat("r").draw());
    }

    @Test
    void aFigureNeedsNoStyleThatAStrictPolicyForbidsAndFetchesNothing() {
        for (Figure figure :
                List.of(intervals().draw(), scatter().draw(), heat("r").draw())) {
            assertThat(figure.svg()).doesNotContain(" style=", "<style", "href", "NaN", "Infinity");
        }
    }

    @Test
    void textTakesTheColourOfThePage() {
        assertThat(intervals().draw().svg()).contains("fill=\"currentColor\"").doesNotContain("color=\"#");
        assertThat(intervals().draw().file()).startsWith("<?xml").contains("<svg color=\"#7a7f87\"");
    }

    @Test
    void noMarkIsAsFaintAsALineOfTheGrid() throws Exception {
        for (Figure figure :
                List.of(intervals().draw(), scatter().draw(), heat("r").draw())) {
            NodeList all = parse(figure).getElementsByTagName("*");
            for (int i = 0; i < all.getLength(); i++) {
                Element mark = (Element) all.item(i);
                for (String paint : List.of("fill", "stroke")) {
                    if (mark.getAttribute(paint).startsWith("#")) {
                        assertThat(inherited(mark, paint + "-opacity")).isNotEqualTo("0.16");
                    }
                }
            }
        }
    }

    @Test
    void twentyEightSeriesDifferInColourOrShape() {
        assertThat(java.util.stream.IntStream.range(0, 28).mapToObj(i -> Palette.series(i) + " " + Palette.shape(i)))
                .doesNotHaveDuplicates();
    }

    @Test
    void theKeySaysASlopeAndHowSureItIs() throws Exception {
        assertThat(parse(scatter().draw()).getDocumentElement().getTextContent())
                .contains("f: slope 0.3, p=0.01 *");
    }

    private static String inherited(Element element, String attribute) {
        for (org.w3c.dom.Node node = element; node instanceof Element each; node = node.getParentNode()) {
            if (each.hasAttribute(attribute)) {
                return each.getAttribute(attribute);
            }
        }
        return "";
    }

    @Test
    void idsOfTwoFiguresInOnePageDiffer() throws Exception {
        List<String> ids = new ArrayList<>();
        ids.addAll(ids(parse(intervals().draw())));
        ids.addAll(ids(parse(heat("r").draw())));
        ids.addAll(ids(parse(scatter().draw())));

        assertThat(ids).isNotEmpty().doesNotHaveDuplicates();
    }

    @Test
    void aPointWithoutAnIntervalIsDrawn() {
        IntervalPoint alone = new IntervalPoint("r", "m1", 0.5, Double.NaN, Double.NaN, "alone");

        assertThat(new IntervalPlot("a", "t", "d", "x").add(alone).draw().svg())
                .contains("alone")
                .doesNotContain("NaN");
    }

    @Test
    void aPointWithoutAValueIsAnError() {
        assertThatThrownBy(() ->
                        new IntervalPlot("a", "t", "d", "x").add(new IntervalPoint("r", "m1", Double.NaN, 0, 1, "")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new HeatPlot("a", "t", "d", 1).add("r", "c", Double.NaN, ""))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aMarkAndItsIntervalStandWhereTheNumbersOfTheAxisPutThem() throws Exception {
        Document document = parse(intervals().draw());

        assertThat(mark(document, "m1: 0.5").get(0)).isCloseTo(across(document, 0.5), PIXEL);
        assertThat(interval(document, "m1: 0.5").get(0)).isCloseTo(across(document, 0.4), PIXEL);
        assertThat(interval(document, "m1: 0.5").get(2)).isCloseTo(across(document, 0.6), PIXEL);
    }

    @Test
    void aPointOfTwoNumbersStandsWhereBothAxesPutIt() throws Exception {
        Document document = parse(scatter().draw());

        assertThat(mark(document, "m2: 0.7").get(0)).isCloseTo(across(document, 0.8), PIXEL);
        assertThat(mark(document, "m2: 0.7").get(1)).isCloseTo(up(document, 0.7), PIXEL);
        assertThat(interval(document, "m2: 0.7").get(1)).isCloseTo(up(document, 0.5), PIXEL);
        assertThat(interval(document, "m2: 0.7").get(3)).isCloseTo(up(document, 0.8), PIXEL);
    }

    @Test
    void aSteepSlopeEndsWhereTheFigureDoes() throws Exception {
        Document document = parse(scatter().slope("f", 40, "steep").draw());

        List<Double> ends =
                places(elements(document, "path", "stroke-width", "1.5").get(0), "d");
        double right = (ends.get(2) - ends.get(0)) / (across(document, 1) - across(document, 0));
        double rise = (ends.get(3) - ends.get(1)) / (up(document, 1) - up(document, 0));
        assertThat(ends.get(1)).isBetween(up(document, 0.86), up(document, 0.34));
        assertThat(ends.get(3)).isBetween(up(document, 0.86), up(document, 0.34));
        assertThat(rise).isCloseTo(40 * right, Offset.offset(0.01));
    }

    @Test
    void aLocaleChangesNothing() {
        Locale before = Locale.getDefault();
        Figure intervals = intervals().draw();
        Figure scatter = scatter().draw();
        Figure heat = heat("r").draw();
        try {
            for (String tag : List.of("de", "tr", "ar-EG-u-nu-arab", "th-TH-u-nu-thai")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                assertThat(intervals().draw()).isEqualTo(intervals);
                assertThat(scatter().draw()).isEqualTo(scatter);
                assertThat(heat("r").draw()).isEqualTo(heat);
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aNameThatIsTooLongKeepsItsEndAndSaysAllOfItselfWhenPointedAt() throws Exception {
        String name = "\u9577\u3044\u540D\u524D".repeat(10) + "-v2";
        Element svg = parse(heat(name).draw()).getDocumentElement();

        assertThat(texts(svg, "title")).contains(name);
        assertThat(texts(svg, "text")).anyMatch(label -> label.endsWith("-v2") && label.contains("\u2026"));
    }

    private static List<Double> mark(Document document, String says) {
        return places(paths(document, says).get(1), "transform");
    }

    private static List<Double> interval(Document document, String says) {
        return places(paths(document, says).get(0), "d");
    }

    /** The line and the mark that say this. */
    private static List<Element> paths(Document document, String says) {
        List<Element> paths = elements(document, "path", "", "").stream()
                .filter(path -> path.getParentNode().getTextContent().equals(says))
                .toList();
        assertThat(paths).as(says).hasSize(2);
        return paths;
    }

    /** Elements with an attribute of this value; an attribute that is not there is empty. */
    private static List<Element> elements(Document document, String tag, String attribute, String value) {
        List<Element> elements = new ArrayList<>();
        NodeList all = document.getElementsByTagName(tag);
        for (int i = 0; i < all.getLength(); i++) {
            Element element = (Element) all.item(i);
            if (element.getAttribute(attribute).equals(value)) {
                elements.add(element);
            }
        }
        assertThat(elements).as(tag + " " + value).isNotEmpty();
        return elements;
    }

    /** The numbers of a line of absolute places, or of a move. */
    private static List<Double> places(Element path, String attribute) {
        return Pattern.compile("-?[0-9.]+")
                .matcher(path.getAttribute(attribute))
                .results()
                .map(found -> Double.parseDouble(found.group()))
                .toList();
    }

    /** Where a value stands by the numbers that a reader sees along the axis. */
    private static double across(Document document, double value) {
        return place(document, "middle", "x", value);
    }

    private static double up(Document document, double value) {
        return place(document, "end", "y", value) - 4.2; // from the base of a number to its middle
    }

    private static double place(Document document, String anchor, String coordinate, double value) {
        List<Element> numbers = elements(document, "text", "text-anchor", anchor).stream()
                .filter(text -> text.getTextContent().matches("\u2212?[0-9.]+"))
                .toList();
        Element first = numbers.get(0);
        Element last = numbers.get(numbers.size() - 1);
        double share = (value - number(first)) / (number(last) - number(first));
        double from = Double.parseDouble(first.getAttribute(coordinate));
        return from + share * (Double.parseDouble(last.getAttribute(coordinate)) - from);
    }

    private static double number(Element text) {
        return Double.parseDouble(text.getTextContent().replace('\u2212', '-'));
    }

    private static IntervalPlot intervals() {
        return new IntervalPlot("S.a", "Title", "How to read it", "rho")
                .band(0.66, 0.84)
                .line(0)
                .add(new IntervalPoint("DK", "m1", 0.5, 0.4, 0.6, "m1: 0.5"))
                .add(new IntervalPoint("DK", "m2", 0.7, 0.5, 0.8, "m2: 0.7"));
    }

    private static ScatterPlot scatter() {
        return new ScatterPlot("S.b", "Title", "How to read it", "x", "y")
                .add(0.2, new IntervalPoint("", "f", 0.5, 0.4, 0.6, "m1: 0.5"))
                .add(0.8, new IntervalPoint("", "f", 0.7, 0.5, 0.8, "m2: 0.7"))
                .slope("f", 0.3, "slope 0.3, p=0.01 *");
    }

    private static HeatPlot heat(String row) {
        return new HeatPlot("S.c", "Title", "How to read it", 0.6)
                .add(row, "DK", 0.4, "more")
                .add(row, "US", -0.4, "less");
    }

    private static Document parse(Figure figure) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(figure.file())));
    }

    private static List<String> texts(Element root, String tag) {
        List<String> texts = new ArrayList<>();
        NodeList found = root.getElementsByTagName(tag);
        for (int i = 0; i < found.getLength(); i++) {
            texts.add(found.item(i).getTextContent());
        }
        return texts;
    }

    private static List<String> ids(Document document) {
        List<String> ids = new ArrayList<>();
        NodeList all = document.getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            String id = ((Element) all.item(i)).getAttribute("id");
            if (!id.isEmpty()) {
                ids.add(id);
            }
        }
        return ids;
    }
}

package dev.cultivar.report.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class FiguresTest {

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
        assertThat(intervals().draw().svg()).contains("currentColor").doesNotContain("rgb(1,2,3)", "rgb(1, 2, 3)");
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
                    if (mark.getAttribute(paint).matches("rgb\\((47,134,198|213,94,0)\\)|#.*")) {
                        assertThat(inherited(mark, paint + "-opacity")).isNotEqualTo("0.16");
                    }
                }
            }
        }
    }

    @Test
    void twentyEightSeriesDifferInColourOrShape() {
        assertThat(java.util.stream.IntStream.range(0, 28)
                        .mapToObj(i -> Palette.series(i) + " "
                                + Palette.shape(i).getClass() + " "
                                + Palette.shape(i).getBounds2D()))
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
        Interval alone = new Interval("r", "m1", 0.5, Double.NaN, Double.NaN, "alone");

        assertThat(new IntervalPlot("a", "t", "d", "x").add(alone).draw().svg())
                .contains("alone")
                .doesNotContain("NaN");
    }

    @Test
    void aPointWithoutAValueIsAnError() {
        assertThatThrownBy(
                        () -> new IntervalPlot("a", "t", "d", "x").add(new Interval("r", "m1", Double.NaN, 0, 1, "")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new HeatPlot("a", "t", "d", 1).add("r", "c", Double.NaN, ""))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aLargerValueStandsFurtherRight() throws Exception {
        Document document = parse(intervals().draw());

        assertThat(left(document, "m1: 0.5")).isLessThan(left(document, "m2: 0.7"));
    }

    private static double left(Document document, String says) {
        NodeList marks = document.getElementsByTagName("rect");
        for (int i = 0; i < marks.getLength(); i++) {
            Element mark = (Element) marks.item(i);
            if (mark.getTextContent().equals(says)) {
                return Double.parseDouble(mark.getAttribute("x"));
            }
        }
        throw new AssertionError("no mark says " + says);
    }

    private static IntervalPlot intervals() {
        return new IntervalPlot("S.a", "Title", "How to read it", "rho")
                .band(0.66, 0.84)
                .line(0)
                .add(new Interval("DK", "m1", 0.5, 0.4, 0.6, "m1: 0.5"))
                .add(new Interval("DK", "m2", 0.7, 0.5, 0.8, "m2: 0.7"));
    }

    private static ScatterPlot scatter() {
        return new ScatterPlot("S.b", "Title", "How to read it", "x", "y")
                .add(0.2, new Interval("", "f", 0.5, 0.4, 0.6, "m1: 0.5"))
                .add(0.8, new Interval("", "f", 0.7, 0.5, 0.8, "m2: 0.7"))
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

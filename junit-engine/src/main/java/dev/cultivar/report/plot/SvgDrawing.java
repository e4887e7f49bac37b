package dev.cultivar.report.plot;

import java.awt.Dimension;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGIDGenerator;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.entity.ChartEntity;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Draws a chart as an SVG element that stands well in a page. */
final class SvgDrawing {

    private static final String SVG = "http://www.w3.org/2000/svg";

    /** What Batik says on every root and what means nothing here. */
    private static final Set<String> NOISE = Set.of(
            "color-rendering",
            "color-interpolation",
            "image-rendering",
            "shape-rendering",
            "text-rendering",
            "contentScriptType",
            "contentStyleType",
            "preserveAspectRatio",
            "zoomAndPan",
            "stroke-dashoffset",
            "stroke-miterlimit");

    private SvgDrawing() {}

    static Figure draw(JFreeChart chart, int width, int height, String name, String title, String description) {
        Document document = document();
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
        context.setComment("");
        context.setPrecision(2);
        context.setIDGenerator(new SVGIDGenerator() {
            @Override
            public String generateID(String prefix) {
                return id(name) + "-" + super.generateID(prefix);
            }
        });
        SVGGraphics2D graphics = new SVGGraphics2D(context, false);
        graphics.setSVGCanvasSize(new Dimension(width, height));
        ChartRenderingInfo info = new ChartRenderingInfo();
        chart.draw(graphics, new Rectangle2D.Double(0, 0, width, height), info);
        Element root = graphics.getRoot();
        clean(root);
        root.setAttribute("viewBox", "0 0 " + width + " " + height);
        root.setAttribute("width", Integer.toString(width));
        root.setAttribute("height", Integer.toString(height));
        root.setAttribute("fill", "currentColor");
        root.setAttribute("stroke", "currentColor");
        root.setAttribute("font-family", "system-ui, sans-serif");
        name(document, root, id(name), title, description);
        marks(document, root, entities(info));
        return new Figure(name, title, description, text(graphics, root));
    }

    private static List<ChartEntity> entities(ChartRenderingInfo info) {
        return java.util.stream.StreamSupport.stream(
                        ((Iterable<?>) info.getEntityCollection().getEntities()).spliterator(), false)
                .map(ChartEntity.class::cast)
                .filter(entity -> entity.getToolTipText() != null)
                .toList();
    }

    /** An image with a name; its marks stay reachable, so it is a group of graphics and not one opaque picture. */
    private static void name(Document document, Element root, String id, String title, String description) {
        Element desc = child(document, "desc", id + "-desc", description);
        Element heading = child(document, "title", id + "-title", title);
        root.insertBefore(desc, root.getFirstChild());
        root.insertBefore(heading, desc);
        root.setAttribute("role", "img");
        root.setAttribute("aria-labelledby", id + "-title");
        root.setAttribute("aria-describedby", id + "-desc");
    }

    /** What each mark says when it is pointed at. */
    private static void marks(Document document, Element root, List<ChartEntity> entities) {
        Element group = document.createElementNS(SVG, "g");
        group.setAttribute("fill", "none");
        group.setAttribute("stroke", "none");
        group.setAttribute("pointer-events", "all");
        for (ChartEntity entity : entities) {
            Rectangle2D area = entity.getArea().getBounds2D();
            Element mark = document.createElementNS(SVG, "rect");
            mark.setAttribute("x", number(area.getX()));
            mark.setAttribute("y", number(area.getY()));
            mark.setAttribute("width", number(area.getWidth()));
            mark.setAttribute("height", number(area.getHeight()));
            mark.appendChild(child(document, "title", "", entity.getToolTipText()));
            group.appendChild(mark);
        }
        root.appendChild(group);
    }

    private static Element child(Document document, String tag, String id, String text) {
        Element child = document.createElementNS(SVG, tag);
        if (!id.isEmpty()) {
            child.setAttribute("id", id);
        }
        child.appendChild(document.createTextNode(text));
        return child;
    }

    private static void clean(Element element) {
        NOISE.forEach(element::removeAttribute);
        // A second element of the same id in a page would be an error.
        if (element.getTagName().equals("defs") && !element.hasChildNodes()) {
            element.getParentNode().removeChild(element);
            return;
        }
        if (element.getAttribute("id").startsWith("generic")) {
            element.removeAttribute("id");
        }
        element.removeAttribute("font-family");
        for (String paint : List.of("fill", "stroke")) {
            String value = element.getAttribute(paint).replace(" ", "");
            if (value.equals("rgb(1,2,3)")) {
                element.setAttribute(paint, "currentColor");
            } else if (value.equals("rgb(1,2,4)")) {
                element.setAttribute(paint, "currentColor");
                element.setAttribute(paint + "-opacity", "0.16");
                opaque(element, paint);
            }
        }
        NodeList children = element.getChildNodes();
        for (int i = children.getLength() - 1; i >= 0; i--) {
            Node child = children.item(i);
            if (child instanceof Element below) {
                clean(below);
            } else if (child.getNodeType() == Node.COMMENT_NODE) {
                element.removeChild(child);
            }
        }
    }

    /** Batik puts marks into the group of a line of the grid; the line's faintness is not theirs. */
    private static void opaque(Element group, String paint) {
        NodeList below = group.getElementsByTagName("*");
        for (int i = 0; i < below.getLength(); i++) {
            if (below.item(i) instanceof Element mark
                    && mark.hasAttribute(paint)
                    && !mark.getAttribute(paint).equals("none")
                    && !mark.hasAttribute(paint + "-opacity")) {
                mark.setAttribute(paint + "-opacity", "1");
            }
        }
    }

    static String id(String name) {
        return name.replaceAll("[^A-Za-z0-9-]", "-");
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String text(SVGGraphics2D graphics, Element root) {
        StringWriter out = new StringWriter();
        try {
            graphics.stream(root, out, false, false);
        } catch (IOException e) {
            throw new UncheckedIOException("a figure cannot be written to memory", e);
        }
        String all = out.toString();
        // Nothing here links to anything.
        return all.substring(all.indexOf("<svg"))
                .replaceFirst(" xmlns:xlink=\"[^\"]*\"", "")
                .strip();
    }

    private static Document document() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            return factory.newDocumentBuilder().getDOMImplementation().createDocument(SVG, "svg", null);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("every Java platform makes XML documents", e);
        }
    }
}

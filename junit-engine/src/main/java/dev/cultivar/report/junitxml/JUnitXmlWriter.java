package dev.cultivar.report.junitxml;

import dev.cultivar.text.PlainText;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes a suite's test cases; text from outside can neither end an element nor break the file. */
final class JUnitXmlWriter {

    private final XMLStreamWriter xml;

    JUnitXmlWriter(OutputStream out) throws XMLStreamException {
        xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
    }

    void write(String suite, String version, Instant started, Map<String, JUnitCase> cases) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        line();
        xml.writeStartElement("testsuite");
        attribute("name", suite);
        attribute("tests", Integer.toString(cases.size()));
        attribute("failures", count(cases, JUnitCase.Kind.FAILURE));
        attribute("errors", count(cases, JUnitCase.Kind.ERROR));
        attribute("skipped", count(cases, JUnitCase.Kind.SKIPPED));
        attribute("time", seconds(cases.values().stream().map(JUnitCase::took).reduce(Duration.ZERO, Duration::plus)));
        attribute("timestamp", started.toString().replace("Z", ""));
        line();
        properties(Map.of("cultivar.version", version));
        for (Map.Entry<String, JUnitCase> entry : cases.entrySet()) {
            write(suite, entry.getKey(), entry.getValue());
        }
        xml.writeEndElement();
        line();
        xml.writeEndDocument();
        xml.flush();
    }

    private static String count(Map<String, JUnitCase> cases, JUnitCase.Kind kind) {
        return Long.toString(
                cases.values().stream().filter(each -> each.kind() == kind).count());
    }

    private void write(String suite, String name, JUnitCase of) throws XMLStreamException {
        xml.writeStartElement("testcase");
        attribute("name", name);
        attribute("classname", suite);
        attribute("time", seconds(of.took()));
        line();
        properties(of.figures());
        switch (of.kind()) {
            case PASSED -> {}
            case FAILURE -> reason("failure", of);
            case ERROR -> reason("error", of);
            case SKIPPED -> {
                xml.writeEmptyElement("skipped");
                attribute("message", of.message());
                line();
            }
        }
        if (!of.figures().isEmpty()) {
            xml.writeStartElement("system-out");
            xml.writeCharacters(PlainText.visible(of.figures().entrySet().stream()
                    .map(figure -> figure.getKey() + " = " + figure.getValue() + "\n")
                    .collect(Collectors.joining())));
            xml.writeEndElement();
            line();
        }
        xml.writeEndElement();
        line();
    }

    private void reason(String element, JUnitCase of) throws XMLStreamException {
        xml.writeStartElement(element);
        attribute("message", of.message());
        attribute("type", of.type());
        xml.writeCharacters(PlainText.visible(of.trace()));
        xml.writeEndElement();
        line();
    }

    private void properties(Map<String, String> figures) throws XMLStreamException {
        if (figures.isEmpty()) {
            return;
        }
        xml.writeStartElement("properties");
        for (Map.Entry<String, String> figure : figures.entrySet()) {
            xml.writeEmptyElement("property");
            attribute("name", figure.getKey());
            attribute("value", figure.getValue());
        }
        xml.writeEndElement();
        line();
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, PlainText.visible(value));
    }

    private void line() throws XMLStreamException {
        xml.writeCharacters("\n");
    }

    private static String seconds(Duration took) {
        return String.format(Locale.ROOT, "%.3f", took.toMillis() / 1000.0);
    }
}

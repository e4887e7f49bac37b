package dev.cultivar.maven.reference;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** Goals and their parameters, from the plugin's descriptor. */
final class GoalPage {

    private final StringBuilder page = new StringBuilder();
    private String coordinates = "";

    private GoalPage() {}

    static String of(Path descriptor) throws IOException, ParserConfigurationException, SAXException {
        Element plugin = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(descriptor.toFile())
                .getDocumentElement();
        GoalPage page = new GoalPage();
        page.coordinates = text(plugin, "groupId") + ":" + text(plugin, "artifactId") + ":" + text(plugin, "version");
        page.page
                .append("# Goals\n\nPlugin `")
                .append(page.coordinates)
                .append("`, prefix `cultivar`. Maven knows the prefix in a project that has the plugin; elsewhere the")
                .append(" goals that need no project are called by these coordinates. ")
                .append(ReferenceTest.MADE)
                .append("\n");
        children(child(plugin, "mojos"), "mojo").stream()
                .sorted(Comparator.comparing(mojo -> text(mojo, "goal")))
                .forEach(page::goal);
        return page.page.toString();
    }

    private void goal(Element mojo) {
        page.append("\n## cultivar:").append(text(mojo, "goal")).append("\n\n");
        page.append(ReferenceMarkdown.text(text(mojo, "description"))).append("\n\n");
        if (!text(mojo, "phase").isEmpty()) {
            page.append("- Phase by default: `").append(text(mojo, "phase")).append("`\n");
        }
        page.append(
                text(mojo, "requiresProject").equals("false")
                        ? "- Needs no project: `mvn " + coordinates + ":" + text(mojo, "goal") + "`\n"
                        : "- Needs a project\n");
        Element configuration = child(mojo, "configuration");
        List<Element> parameters = children(child(mojo, "parameters"), "parameter").stream()
                .filter(parameter -> !text(parameter, "editable").equals("false"))
                .sorted(Comparator.comparing(parameter -> text(parameter, "name")))
                .toList();
        if (parameters.isEmpty()) {
            return;
        }
        page.append("\n| parameter | property | type | default | meaning |\n|---|---|---|---|---|\n");
        for (Element parameter : parameters) {
            String name = text(parameter, "name");
            Element value = configuration == null ? null : child(configuration, name);
            String property = value == null ? "" : value.getTextContent().replaceAll("^\\$\\{(.*)}$", "$1");
            String byDefault = value == null ? "" : value.getAttribute("default-value");
            page.append("| `")
                    .append(name)
                    .append("` | ")
                    .append(ReferenceMarkdown.code(property))
                    .append(" | `")
                    .append(text(parameter, "type").replaceAll("[a-z]+\\.", ""))
                    .append("` | ")
                    .append(text(parameter, "required").equals("true") ? "required" : ReferenceMarkdown.code(byDefault))
                    .append(" | ")
                    .append(ReferenceMarkdown.cell(text(parameter, "description")))
                    .append(" |\n");
        }
    }

    private static String text(Element parent, String name) {
        Element child = child(parent, name);
        return child == null ? "" : child.getTextContent().strip();
    }

    private static Element child(Element parent, String name) {
        return children(parent, name).stream().findFirst().orElse(null);
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && element.getTagName().equals(name)) {
                found.add(element);
            }
        }
        return found;
    }
}

package dev.cultivar.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.reader.UnicodeReader;

/** A YAML file that a person wrote: its values and, for messages, the place of each. A key that appears twice is a mistake. */
public final class YamlText {

    private final String source;
    private final byte[] bytes;
    private final JsonNode root;

    /** Created when the first mistake is reported; most files have none. */
    private @Nullable Node composed;

    private YamlText(String source, byte[] bytes, JsonNode root) {
        this.source = source;
        this.bytes = bytes;
        this.root = root;
    }

    /**
     * Reads a file to its end.
     *
     * @param in YAML, in UTF-8 unless a mark says otherwise
     * @param source what to call it in messages
     * @throws MalformedYamlException if it is not YAML; the message names the line
     */
    public static YamlText read(InputStream in, String source) throws IOException {
        byte[] bytes = in.readAllBytes();
        try {
            // SnakeYAML directly, because Jackson does not resolve aliases in a tree, and two topics may share their
            // wordings.
            @Nullable Object tree = yaml().load(reader(bytes));
            return new YamlText(
                    source, bytes, JsonMapper.builder().build().valueToTree(tree == null ? Map.of() : tree));
        } catch (MarkedYAMLException e) {
            String line = e.getProblemMark() == null
                    ? ""
                    : ", line " + (e.getProblemMark().getLine() + 1);
            throw new MalformedYamlException(
                    source + line + " is not YAML: " + e.getProblem() + ". Look at its indentation and quotes.", e);
        } catch (StackOverflowError e) {
            throw new MalformedYamlException(source + " is not readable YAML: a part of it contains itself (&, *).", e);
        } catch (RuntimeException e) {
            // A tag such as !!int on something that is not a number makes its constructor throw anything.
            throw new MalformedYamlException(source + " is not YAML: " + PlainText.message(e), e);
        }
    }

    private static Yaml yaml() {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        return new Yaml(new SafeConstructor(options));
    }

    private static UnicodeReader reader(byte[] bytes) {
        return new UnicodeReader(new ByteArrayInputStream(bytes));
    }

    /** What it is called in messages. */
    public String source() {
        return source;
    }

    /** Its values; an empty object if there are none. */
    public JsonNode root() {
        return root;
    }

    /** File and line of an entry, or of its nearest existing ancestor, for the start of a message. */
    public String at(String... path) {
        Node node = composed();
        int line = node == null ? 1 : line(node);
        for (String key : path) {
            Node key0 = null;
            Node value = null;
            if (node instanceof MappingNode mapping) {
                for (NodeTuple entry : mapping.getValue()) {
                    if (entry.getKeyNode() instanceof ScalarNode scalar
                            && scalar.getValue().equals(key)) {
                        key0 = scalar;
                        value = entry.getValueNode();
                    }
                }
            } else if (node instanceof SequenceNode sequence) {
                for (Node element : sequence.getValue()) {
                    if (element instanceof ScalarNode scalar
                            && scalar.getValue().equals(key)) {
                        key0 = scalar;
                    }
                }
            }
            if (key0 == null) {
                break;
            }
            line = line(key0);
            node = value;
        }
        return source + ", line " + line;
    }

    private @Nullable Node composed() {
        if (composed == null) {
            composed = yaml().compose(reader(bytes));
        }
        return composed;
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}

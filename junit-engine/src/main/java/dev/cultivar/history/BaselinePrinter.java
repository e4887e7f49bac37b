package dev.cultivar.history;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;

/**
 * Prints whatever is nested deeper than the entries of a sample's answers on one line: with one line per topic, the file is easy to read
 * and compare.
 */
final class BaselinePrinter extends DefaultPrettyPrinter {

    private static final long serialVersionUID = 1L;

    private static final int ON_ONE_LINE = 4;

    BaselinePrinter() {
        indentObjectsWith(new DefaultIndenter("  ", "\n") {
            private static final long serialVersionUID = 1L;

            @Override
            public void writeIndentation(JsonGenerator to, int level) throws IOException {
                if (level < ON_ONE_LINE) {
                    super.writeIndentation(to, level);
                } else {
                    to.writeRaw(' ');
                }
            }
        });
    }

    @Override
    public DefaultPrettyPrinter createInstance() {
        return new BaselinePrinter();
    }

    @Override
    public void writeEndObject(JsonGenerator to, int entries) throws IOException {
        if (_nesting >= ON_ONE_LINE) {
            --_nesting;
            to.writeRaw(entries > 0 ? " }" : "}");
        } else {
            super.writeEndObject(to, entries);
        }
    }
}

package dev.cultivar.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import org.jspecify.annotations.Nullable;

/**
 * JSON that may be printed on a terminal and read in a review: what a terminal obeys, what nobody sees and what turns the direction of
 * writing is escaped. It reads back as the same text.
 */
public final class JsonEscapes extends CharacterEscapes {

    private static final long serialVersionUID = 1L;

    private static final int DELETE = 0x7F;

    private final int[] ascii = standardAsciiEscapesForJSON();

    private JsonEscapes() {
        ascii[DELETE] = ESCAPE_STANDARD;
    }

    /** Writes so. */
    public static JsonFactory factory() {
        return new JsonFactoryBuilder().characterEscapes(new JsonEscapes()).build();
    }

    @Override
    public int[] getEscapeCodesForAscii() {
        return ascii.clone();
    }

    /** Pairs too: some are hidden characters, and halves alone are no text. */
    @Override
    public @Nullable SerializableString getEscapeSequence(int c) {
        return Character.isSurrogate((char) c) || !PlainText.isVisible(c)
                ? new SerializedString(String.format("\\u%04X", c))
                : null;
    }
}

package dev.cultivar.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import org.jspecify.annotations.Nullable;

/**
 * JSON that is safe to print on a terminal and to review: terminal controls, invisible characters and overrides of the writing direction
 * are escaped. It parses back to the same text.
 */
public final class JsonEscapes extends CharacterEscapes {

    private static final long serialVersionUID = 1L;

    private static final int DELETE = 0x7F;

    private final int[] ascii = standardAsciiEscapesForJSON();

    private JsonEscapes() {
        ascii[DELETE] = ESCAPE_STANDARD;
    }

    /** A factory whose generators escape this way. */
    public static JsonFactory factory() {
        return new JsonFactoryBuilder().characterEscapes(new JsonEscapes()).build();
    }

    @Override
    public int[] getEscapeCodesForAscii() {
        return ascii.clone();
    }

    /** Surrogates are escaped too: some pairs are hidden characters, and half a pair is not text. */
    @Override
    public @Nullable SerializableString getEscapeSequence(int c) {
        return Character.isSurrogate((char) c) || !PlainText.isVisible(c)
                ? new SerializedString(String.format("\\u%04X", c))
                : null;
    }
}

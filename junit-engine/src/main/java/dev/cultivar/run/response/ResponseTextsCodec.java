package dev.cultivar.run.response;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Encodes texts so that every character can be restored, even an unpaired surrogate, which no charset preserves. */
final class ResponseTextsCodec {

    private static final byte NARROW = 1;
    private static final byte WIDE = 2;
    private static final int HEAD = 1 + Integer.BYTES;

    private ResponseTextsCodec() {}

    static byte[] encode(ResponseTexts.Content content) {
        int size = size(content.text());
        for (String statement : content.statements()) {
            size += size(statement);
        }
        ByteBuffer out = ByteBuffer.allocate(size);
        put(out, content.text());
        content.statements().forEach(statement -> put(out, statement));
        return out.array();
    }

    static ResponseTexts.Content decode(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        String first = text(in);
        List<String> statements = new ArrayList<>();
        while (in.hasRemaining()) {
            statements.add(text(in));
        }
        return new ResponseTexts.Content(first, statements);
    }

    private static int size(String text) {
        return HEAD + text.length() * (isNarrow(text) ? NARROW : WIDE);
    }

    private static void put(ByteBuffer out, String text) {
        boolean narrow = isNarrow(text);
        out.put(narrow ? NARROW : WIDE).putInt(text.length());
        if (narrow) {
            out.put(text.getBytes(StandardCharsets.ISO_8859_1));
        } else {
            out.asCharBuffer().put(text);
            out.position(out.position() + WIDE * text.length());
        }
    }

    private static String text(ByteBuffer in) {
        boolean narrow = in.get() == NARROW;
        int length = in.getInt();
        if (narrow) {
            byte[] characters = new byte[length];
            in.get(characters);
            return new String(characters, StandardCharsets.ISO_8859_1);
        }
        char[] characters = new char[length];
        in.asCharBuffer().get(characters);
        in.position(in.position() + WIDE * length);
        return new String(characters);
    }

    private static boolean isNarrow(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0xFF) {
                return false;
            }
        }
        return true;
    }
}

package dev.cultivar.run.response;

import java.util.List;

/** What a model responded to one prompt and what the screen found in it, in memory or on disk. */
@FunctionalInterface
public interface ResponseTexts {

    /**
     * The texts.
     *
     * @throws IllegalStateException if they were on disk and their run is closed
     * @throws dev.cultivar.store.StoreException if they cannot be read from disk
     */
    Content read();

    /**
     * Texts in memory.
     *
     * @param text the response as received, untrusted; empty if there was none
     * @param statements the statements that the screen found, untrusted
     */
    record Content(String text, List<String> statements) implements ResponseTexts {

        static final Content NONE = new Content("", List.of());

        public Content {
            statements = List.copyOf(statements);
        }

        @Override
        public Content read() {
            return this;
        }
    }
}

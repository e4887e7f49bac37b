package dev.cultivar.run.response;

import java.util.List;

/** What a model responded to one prompt and what the screen found in it, in memory or on disk. */
@FunctionalInterface
public interface ResponseTexts {

    /**
     * The texts.
     *
     * @throws IllegalStateException where they lay on disk and their run is closed
     * @throws dev.cultivar.store.StoreException where the disk does not give them back
     */
    Content read();

    /**
     * Texts in memory.
     *
     * @param text as it came, untrusted; empty where none did
     * @param statements what the screen found, untrusted
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

package dev.cultivar.run.response;

import dev.cultivar.prompt.PlannedPrompt;
import dev.cultivar.run.plan.CellKey;
import java.nio.ByteBuffer;
import java.util.AbstractList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.Spliterator;
import java.util.Spliterators;

/** The responses of one cell, on disk. Each has its place in the plan's order, whatever the order in which they end. */
public final class KeptResponses {

    /** Number of responses read at once. */
    private static final int PAGE = 64;

    private final ResponsesFile file;
    private final CellKey cell;
    private final List<PlannedPrompt> prompts;
    private final long from;

    /**
     * Reserves space for a cell.
     *
     * @param prompts the cell's, in the plan's order
     */
    public KeptResponses(ResponsesFile file, CellKey cell, List<PlannedPrompt> prompts) {
        this.file = file;
        this.cell = cell;
        this.prompts = prompts;
        this.from = file.room((long) prompts.size() * ResponseRow.BYTES);
    }

    /**
     * Keeps a response of the cell.
     *
     * @throws dev.cultivar.store.StoreException if it cannot be written to disk
     */
    public void keep(ResponseRecord response) {
        int place = Objects.checkIndex(response.sample(), prompts.size());
        file.write(at(place), ResponseRow.encode(response, file));
    }

    /**
     * The first {@code many} responses, all of which have ended. Each iteration over the list reads them from disk again, until the run is
     * closed; a caller that collects them has them in memory.
     */
    public List<ResponseRecord> first(int many) {
        return new First(0, Objects.checkIndex(many, prompts.size() + 1));
    }

    /** How many have ended before the first that has not ended. */
    public int unbroken() {
        Iterator<Optional<ResponseRecord>> rows = new Rows(0, prompts.size());
        int many = 0;
        while (rows.hasNext() && rows.next().isPresent()) {
            many++;
        }
        return many;
    }

    private long at(int place) {
        return from + (long) place * ResponseRow.BYTES;
    }

    /** Reads rows page by page. */
    private final class Rows implements Iterator<Optional<ResponseRecord>> {

        private final int end;
        private int next;
        private int readTo;
        private ByteBuffer page = ByteBuffer.allocate(0);

        Rows(int next, int end) {
            this.next = next;
            this.readTo = next;
            this.end = end;
        }

        @Override
        public boolean hasNext() {
            return next < end;
        }

        @Override
        public Optional<ResponseRecord> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            if (next == readTo) {
                byte[] bytes = new byte[Math.min(PAGE, end - next) * ResponseRow.BYTES];
                file.read(at(next), bytes);
                page = ByteBuffer.wrap(bytes);
                readTo += bytes.length / ResponseRow.BYTES;
            }
            ByteBuffer row = page.slice(page.position(), ResponseRow.BYTES);
            page.position(page.position() + ResponseRow.BYTES);
            return ResponseRow.decode(row, cell, prompts.get(next++), file);
        }
    }

    private final class First extends AbstractList<ResponseRecord> implements RandomAccess {

        private final int begin;
        private final int end;

        First(int begin, int end) {
            this.begin = begin;
            this.end = end;
        }

        @Override
        public int size() {
            return end - begin;
        }

        @Override
        public ResponseRecord get(int index) {
            int place = begin + Objects.checkIndex(index, size());
            return ended(new Rows(place, place + 1).next());
        }

        @Override
        public Iterator<ResponseRecord> iterator() {
            Rows rows = new Rows(begin, end);
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return rows.hasNext();
                }

                @Override
                public ResponseRecord next() {
                    return ended(rows.next());
                }
            };
        }

        /** The default for a random-access list would read them one by one. */
        @Override
        public Spliterator<ResponseRecord> spliterator() {
            return Spliterators.spliterator(iterator(), size(), Spliterator.ORDERED | Spliterator.NONNULL);
        }

        @Override
        public List<ResponseRecord> subList(int fromIndex, int toIndex) {
            Objects.checkFromToIndex(fromIndex, toIndex, size());
            return new First(begin + fromIndex, begin + toIndex);
        }

        private ResponseRecord ended(Optional<ResponseRecord> row) {
            return row.orElseThrow(() -> new IllegalStateException("a response of " + cell + " has not ended"));
        }
    }
}

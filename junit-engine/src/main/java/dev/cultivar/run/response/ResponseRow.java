package dev.cultivar.run.response;

import dev.cultivar.api.Outcome;
import dev.cultivar.api.Stance;
import dev.cultivar.prompt.PlannedPrompt;
import dev.cultivar.provider.Usage;
import dev.cultivar.run.plan.CellKey;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A response without its texts, encoded in a fixed number of bytes so that the place of each is known. Its prompt is in the plan. */
final class ResponseRow {

    /** Number of bytes for one response. */
    static final int BYTES = 128;

    private static final int FIRST_STANCE = 112;

    /** A stance takes two bits, so this many fit in a byte. */
    private static final int IN_A_BYTE = 4;

    private static final int MOST_STANCES = (BYTES - FIRST_STANCE) * IN_A_BYTE;
    private static final List<Outcome> OUTCOMES = List.of(Outcome.values());
    private static final List<Stance> STANCES = List.of(Stance.values());

    private ResponseRow() {}

    /**
     * @param file file for texts that are still in memory, and for the reason of a response without a score
     */
    static byte[] encode(ResponseRecord response, ResponsesFile file) {
        List<Stance> stances = response.stances();
        if (stances.size() > MOST_STANCES) {
            throw new IllegalArgumentException("a response of " + response.cell() + " has " + stances.size()
                    + " stances, more than " + MOST_STANCES);
        }
        ByteBuffer out = ByteBuffer.allocate(BYTES);
        out.put((byte) (1 + OUTCOMES.indexOf(response.outcome())));
        out.put((byte) response.misread());
        out.put((byte) (response.failure().endless() ? 1 : 0));
        out.put((byte) stances.size());
        out.putDouble(response.polarity());
        put(out, place(response.texts(), file));
        put(out, response.usage());
        put(out, response.judgeUsage());
        StatementCounts counts = response.counts();
        out.putInt(counts.total()).putInt(counts.different()).putInt(counts.questions());
        out.putInt(counts.groups()).putInt(counts.offTopic());
        out.putInt(response.failure().attempts()).putInt(response.failure().tokens());
        put(out, file.reason(response.failure().reason()));
        for (int i = 0; i < stances.size(); i++) {
            int at = FIRST_STANCE + i / IN_A_BYTE;
            out.put(at, (byte) (out.get(at) | (STANCES.indexOf(stances.get(i)) << shift(i))));
        }
        return out.array();
    }

    /** The response in a row; empty if none was written. */
    static Optional<ResponseRecord> decode(ByteBuffer row, CellKey cell, PlannedPrompt planned, ResponsesFile file) {
        int outcome = row.get();
        if (outcome == 0) {
            return Optional.empty();
        }
        int misread = row.get();
        boolean endless = row.get() != 0;
        int many = row.get();
        double polarity = row.getDouble();
        ResponseTexts texts = file.texts(place(row));
        Usage usage = usage(row);
        Usage judgeUsage = usage(row);
        StatementCounts counts =
                new StatementCounts(row.getInt(), row.getInt(), row.getInt(), row.getInt(), row.getInt());
        int attempts = row.getInt();
        int tokens = row.getInt();
        String reason = file.texts(place(row)).read().text();
        List<Stance> stances = new ArrayList<>(many);
        for (int i = 0; i < many; i++) {
            stances.add(STANCES.get((row.get(FIRST_STANCE + i / IN_A_BYTE) >> shift(i)) & 3));
        }
        return Optional.of(new ResponseRecord(
                cell,
                planned.sample(),
                planned.prompt().template(),
                planned.prompt().slot(),
                planned.prompt().text(),
                texts,
                stances,
                OUTCOMES.get(outcome - 1),
                polarity,
                new FailureReason(reason, attempts, tokens, endless),
                usage,
                judgeUsage,
                misread,
                counts));
    }

    private static int shift(int stance) {
        return 2 * (stance % IN_A_BYTE);
    }

    private static ResponsesFile.Place place(ResponseTexts texts, ResponsesFile file) {
        ResponseTexts kept = texts instanceof ResponseTexts.Content content ? file.keep(content) : texts;
        return kept instanceof ResponsesFile.Kept onDisk ? onDisk.place() : ResponsesFile.Place.NOWHERE;
    }

    private static void put(ByteBuffer out, ResponsesFile.Place place) {
        out.putLong(place.from()).putInt(place.length());
    }

    private static ResponsesFile.Place place(ByteBuffer row) {
        return new ResponsesFile.Place(row.getLong(), row.getInt());
    }

    private static void put(ByteBuffer out, Usage usage) {
        out.putLong(usage.input()).putLong(usage.output()).putLong(usage.cached());
    }

    private static Usage usage(ByteBuffer row) {
        return new Usage(row.getLong(), row.getLong(), row.getLong());
    }
}

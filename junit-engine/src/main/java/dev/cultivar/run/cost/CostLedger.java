package dev.cultivar.run.cost;

import dev.cultivar.provider.ModelResponse;
import dev.cultivar.provider.Usage;
import dev.cultivar.settings.ModelSettings;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/** Books every response of a run once: as paid, or as saved by the store. Safe for use by many threads. */
public final class CostLedger {

    private final SortedMap<String, Entry> entries = new TreeMap<>();

    /** Sums of one model. */
    private static final class Entry {
        final ModelSettings model;
        long asked;
        Usage paid = Usage.NONE;
        long implausible;
        long recalled;
        Usage saved = Usage.NONE;
        long answeredNow;
        final SortedMap<String, Long> answeredOn = new TreeMap<>();
        long unanswered;

        Entry(ModelSettings model) {
            this.model = model;
        }
    }

    /** Books a response that was asked for. */
    public synchronized void addPaid(ModelSettings model, ModelResponse response) {
        Entry entry = entry(model);
        entry.asked++;
        entry.paid = entry.paid.plus(response.usage());
    }

    /** Books that an endpoint's count of tokens could not be true, so that the most possible was charged. */
    public synchronized void addImplausible(ModelSettings model) {
        entry(model).implausible++;
    }

    /** Books a response that the store held. */
    public synchronized void addSaved(ModelSettings model, Usage usage) {
        Entry entry = entry(model);
        entry.recalled++;
        entry.saved = entry.saved.plus(usage);
    }

    /** Books that an answer which this run asked for counts in it. */
    public synchronized void addAnswerOfNow(ModelSettings model) {
        entry(model).answeredNow++;
    }

    /** Books that an answer which was stored before counts in the run. */
    public synchronized void addStoredAnswer(ModelSettings model, Instant stored) {
        String day = stored.atOffset(ZoneOffset.UTC).toLocalDate().toString();
        entry(model).answeredOn.merge(day, 1L, Long::sum);
    }

    /** Books a request for an answer that was sent and got none. */
    public synchronized void addUnanswered(ModelSettings model) {
        entry(model).unanswered++;
    }

    private Entry entry(ModelSettings model) {
        return entries.computeIfAbsent(model.name(), name -> new Entry(model));
    }

    /** Sums by model name. */
    public synchronized SortedMap<String, RunAccount.Line> lines() {
        SortedMap<String, RunAccount.Line> lines = new TreeMap<>();
        entries.forEach((name, entry) -> lines.put(
                name,
                new RunAccount.Line(
                        entry.asked,
                        entry.paid,
                        money(entry.model, entry.paid),
                        entry.implausible,
                        entry.recalled,
                        entry.saved,
                        money(entry.model, entry.saved),
                        new AnswerDates(entry.answeredNow, entry.answeredOn, entry.unanswered))));
        return lines;
    }

    /** Money for tokens, in the currency of the prices; empty where the model has none. */
    public static OptionalDouble money(ModelSettings model, Usage usage) {
        return model.price()
                .map(price -> OptionalDouble.of(((usage.input() - usage.cached()) * price.input()
                                + usage.cached() * price.cached()
                                + usage.output() * price.output())
                        / 1e6))
                .orElseGet(OptionalDouble::empty);
    }
}

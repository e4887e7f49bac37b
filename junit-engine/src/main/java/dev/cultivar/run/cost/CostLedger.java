package dev.cultivar.run.cost;

import dev.cultivar.provider.ModelResponse;
import dev.cultivar.provider.Usage;
import dev.cultivar.settings.ModelSettings;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/** Books every response of a run once: as paid, or as saved by the store. Thread-safe. */
public final class CostLedger {

    private final SortedMap<String, Entry> entries = new TreeMap<>();

    /** The sums for one model. */
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

    /** Books that an endpoint's token count could not be true, so the maximum possible was charged. */
    public synchronized void addImplausible(ModelSettings model) {
        entry(model).implausible++;
    }

    /** Books a response from the store. */
    public synchronized void addSaved(ModelSettings model, Usage usage) {
        Entry entry = entry(model);
        entry.recalled++;
        entry.saved = entry.saved.plus(usage);
    }

    /** Books that the run uses an answer that it asked for itself. */
    public synchronized void addAnswerOfNow(ModelSettings model) {
        entry(model).answeredNow++;
    }

    /** Books that the run uses an answer that was stored before it. */
    public synchronized void addStoredAnswer(ModelSettings model, Instant stored) {
        String day = stored.atOffset(ZoneOffset.UTC).toLocalDate().toString();
        entry(model).answeredOn.merge(day, 1L, Long::sum);
    }

    /** Books a request that was sent but got no answer. */
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

    /** The price of tokens, in the currency of the prices; empty if the model has none. */
    public static OptionalDouble money(ModelSettings model, Usage usage) {
        return model.price()
                .map(price -> OptionalDouble.of(((usage.input() - usage.cached()) * price.input()
                                + usage.cached() * price.cached()
                                + usage.output() * price.output())
                        / 1e6))
                .orElseGet(OptionalDouble::empty);
    }
}

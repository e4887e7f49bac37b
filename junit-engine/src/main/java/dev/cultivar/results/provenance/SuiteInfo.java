package dev.cultivar.results.provenance;

import dev.cultivar.analysis.counts.LabelsByPosition;
import dev.cultivar.gate.facts.Cause;
import dev.cultivar.prompt.LookPlan;
import dev.cultivar.prompt.PromptBook;
import dev.cultivar.provider.Usage;
import dev.cultivar.run.response.RunRecord;
import dev.cultivar.settings.RunSettings;
import dev.cultivar.settings.SettingKey;
import dev.cultivar.settings.Settings;
import dev.cultivar.survey.Topic;
import dev.cultivar.text.PlainText;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One suite of a {@link RunInfo}.
 *
 * @param suite class name
 * @param complete whether every planned cell was asked
 * @param interrupted whether the run was stopped early; it then contains only the cells and looks that were finished
 * @param brokeOff the original message on why it did not finish, untrusted; null if it did, or if somebody stopped it
 * @param cause what has to be fixed: the judge's endpoint, a model's, or something else; null if {@code brokeOff} is
 * @param started ISO 8601
 * @param finished ISO 8601
 * @param seed seed of plan, models and bootstrap
 * @param prompts number of prompts that each model is asked
 * @param looks when gates were looked at
 * @param promptHash SHA-256 over the plan's prompts
 * @param books version of each language's prompts, and whether a native reader approved them
 * @param populationHash SHA-256 of the population table
 * @param populationSource {@code built in} or a path
 * @param sources what a publication based on it must cite
 * @param settings values in force and their origins, by key
 * @param models which models were asked, and how
 * @param judge who labelled the statements
 * @param labels how the judge labelled them, by model and position
 * @param endpoints their endpoints, without keys, header values or credentials
 * @param backends model and fingerprint as the endpoints returned them, by model name
 * @param spent tokens of all answers by model name, the judge under its own, whichever run paid for them
 * @param account what part of that this run paid for, and what its store saved
 * @param answers digest of what gates were decided on: prompts, answers and labels
 * @param leftOut what its module declares but the run left out
 * @param topics keys of its topics, in the order asked
 * @param topicList the catalogue's list that consists of exactly these topics; null if there is none
 * @param withoutTruth topics of the suite for which a compared population has no survey figure, by population
 * @param rerun command that reruns the suite
 * @param rerunResponses the number of responses per model and language to which that command raises the suite's, in order to decide
 *     inconclusive gates; null if it does not
 */
public record SuiteInfo(
        String suite,
        boolean complete,
        boolean interrupted,
        @Nullable String brokeOff,
        @Nullable Cause cause,
        String started,
        String finished,
        long seed,
        int prompts,
        Looks looks,
        String promptHash,
        SortedMap<String, Book> books,
        String populationHash,
        String populationSource,
        List<String> sources,
        SortedMap<String, SettingInfo> settings,
        List<ModelInfo> models,
        JudgeInfo judge,
        List<LabelsByPosition> labels,
        List<EndpointInfo> endpoints,
        SortedMap<String, List<String>> backends,
        SortedMap<String, Usage> spent,
        AccountInfo account,
        String answers,
        LeftOut leftOut,
        List<String> topics,
        @Nullable String topicList,
        SortedMap<String, List<String>> withoutTruth,
        String rerun,
        @Nullable Integer rerunResponses) {

    private static final int MOST_SAID = 400;

    /** A setting as it was in force; empty if the results do not show it. */
    public Optional<SettingInfo> setting(SettingKey<?> key) {
        return Optional.ofNullable(settings.get(key.shortName()));
    }

    /** Whether a setting had this value; false if the results do not show it. */
    public <T> boolean had(SettingKey<T> key, T value) {
        return setting(key)
                .filter(shown -> shown.value().equals(value) || shown.value().equals(key.write(value)))
                .isPresent();
    }

    /** Whether the answers are lost when the process ends. */
    public boolean inMemory() {
        return had(Settings.STORE, Settings.MEMORY);
    }

    /** Number of cells in its plan. */
    public long planned() {
        int topics = looks.responses() / looks.perTopic().get(looks.perTopic().size() - 1);
        return setting(Settings.LANGUAGES).map(SettingInfo::value).orElse(null) instanceof List<?> asked
                ? (long) topics * asked.size() * models.size()
                : topics;
    }

    /**
     * The looks of a run.
     *
     * @param responses maximum per model and language
     * @param perTopic responses per topic up to each look; the last is the maximum
     */
    public record Looks(int responses, List<Integer> perTopic) {

        public Looks {
            perTopic = List.copyOf(perTopic);
        }

        static Looks of(LookPlan plan) {
            return new Looks(plan.responses(), plan.upTo());
        }
    }

    /**
     * A language's prompts.
     *
     * @param version version of its file
     * @param reviewed whether a native reader approved every sentence
     * @param signed who approved them, and on which day; empty if nobody has
     */
    public record Book(int version, boolean reviewed, String signed) {

        static Book of(PromptBook book) {
            return new Book(
                    book.version(),
                    book.reviewed(),
                    book.review()
                            .map(review -> review.by() + ", " + review.date())
                            .orElse(""));
        }
    }

    /**
     * The entry of a run.
     *
     * @param compared names of the populations that the run is compared with
     * @param brokeOff why it did not finish, or null
     * @param again settings of the command that reruns the suite
     */
    public static SuiteInfo of(
            RunRecord run, Set<String> compared, LeftOut leftOut, @Nullable BrokeOff brokeOff, RunSettings again) {
        RunSettings settings = run.plan().settings();
        return new SuiteInfo(
                run.plan().suite(),
                run.complete(),
                run.interrupted(),
                brokeOff == null ? null : PlainText.line(brokeOff.said(), MOST_SAID),
                brokeOff == null ? null : brokeOff.cause(),
                run.started().toString(),
                run.finished().toString(),
                settings.value(Settings.SEED),
                run.plan().prompts().values().stream().mapToInt(List::size).sum(),
                Looks.of(run.plan().looks()),
                PlanFacts.promptHash(run.plan()),
                books(run),
                run.plan().populations().sha256(),
                run.plan().populations().source(),
                Citations.of(run.plan().populations().sources()),
                SettingsTable.table(settings),
                settings.models().value().stream().map(ModelInfo::of).toList(),
                JudgeInfo.of(settings),
                LabelsByPosition.of(run.responses()),
                settings.endpoints().values().stream()
                        .map(EndpointInfo::of)
                        .sorted(Comparator.comparing(EndpointInfo::name))
                        .toList(),
                new TreeMap<>(run.backends()),
                new TreeMap<>(run.spent()),
                AccountInfo.of(run),
                AnswersDigest.of(run),
                leftOut,
                run.plan().topics().stream().map(Topic::key).toList(),
                run.plan().topicList().orElse(null),
                PlanFacts.withoutTruth(run.plan(), compared),
                AgainCommand.ofSuite(run.plan().suite(), again),
                again.value(Settings.RESPONSES)
                        .filter(more -> !settings.value(Settings.RESPONSES).equals(Optional.of(more)))
                        .orElse(null));
    }

    private static SortedMap<String, Book> books(RunRecord run) {
        SortedMap<String, Book> books = new TreeMap<>();
        run.plan().books().forEach((language, book) -> books.put(language, Book.of(book)));
        return books;
    }
}

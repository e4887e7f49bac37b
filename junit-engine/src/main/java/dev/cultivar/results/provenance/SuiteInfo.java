package dev.cultivar.results.provenance;

import dev.cultivar.analysis.counts.LabelsByPosition;
import dev.cultivar.gate.facts.Cause;
import dev.cultivar.prompt.LookPlan;
import dev.cultivar.prompt.PromptBook;
import dev.cultivar.provider.Usage;
import dev.cultivar.run.response.RunRecord;
import dev.cultivar.settings.RunSettings;
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
 * @param interrupted whether the run was stopped before it was done; it then holds only the cells and looks that were
 * @param brokeOff why it did not come to its end, as it was said, untrusted; null where it did, or where somebody stopped it
 * @param cause who has to mend what broke it off: the judge's endpoint, a model's, or else; null where {@code brokeOff} is
 * @param started ISO 8601
 * @param finished ISO 8601
 * @param seed of plan, models and bootstrap
 * @param prompts how many prompts a model is asked
 * @param looks when the gates were looked at
 * @param promptHash SHA-256 over the plan's prompts
 * @param books version of each language's prompts, and whether a native reader approved them
 * @param populationHash SHA-256 of the population table
 * @param populationSource {@code built in} or a path
 * @param sources what a publication that rests on it must cite
 * @param settings values in force and their origins, by key
 * @param models who was asked, and how
 * @param judge who labelled the statements
 * @param labels how the judge labelled them, by model and position
 * @param endpoints where they are; no key, no header value, no credentials
 * @param backends model and fingerprint as the endpoints returned them, by model name
 * @param spent tokens of all answers by model name, the judge under its own, whoever paid them
 * @param account what of that this run paid, and what its store saved
 * @param answers digest of what the gates were decided on: prompts, answers and labels
 * @param leftOut what its module declares and the run left out
 * @param topics keys of its topics, in the order asked
 * @param topicList the list of the catalogue that they are, all of it and no more; null where they are none
 * @param withoutTruth topics of the suite on which a population that the run is compared with has no truth, by population
 * @param rerun command that runs the suite again
 * @param rerunResponses to how many responses per model and language it raises the suite's, as so many would decide gates that are open;
 *     null where it does not
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

    /** Whether what was answered is lost with the process. */
    public boolean inMemory() {
        SettingInfo store = settings.get(Settings.STORE.shortName());
        return store != null && store.value().equals(Settings.MEMORY);
    }

    /** How many cells its plan has. */
    public long planned() {
        int topics = looks.responses() / looks.perTopic().get(looks.perTopic().size() - 1);
        SettingInfo languages = settings.get(Settings.LANGUAGES.shortName());
        return languages != null && languages.value() instanceof List<?> asked
                ? (long) topics * asked.size() * models.size()
                : topics;
    }

    /**
     * The looks of a run.
     *
     * @param responses most per model and language
     * @param perTopic responses to each topic up to each look; the last is the most
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
     * @param signed who did, and on which day; empty where nobody has
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
     * Of a run.
     *
     * @param compared names of the populations that the run is compared with
     * @param brokeOff why it did not come to its end, or null
     * @param again settings of the command that runs the suite again
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

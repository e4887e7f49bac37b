package dev.cultivar.report.words;

import dev.cultivar.gate.facts.Obstacle;
import dev.cultivar.history.BaselineFiles;
import dev.cultivar.text.Names;
import dev.cultivar.text.Plural;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Why there is nothing to decide a gate on, and what to do, in words. */
final class ObstacleWords {

    private static final String ANEW =
            "; ask everything again with -Dcultivar.mode=refresh, or give the other model its own name";

    private ObstacleWords() {}

    /** The same for a gate that need not be compared: a first release has nothing to compare with. */
    static String ofOptional(Obstacle obstacle) {
        return withRemedy(optionalFact(obstacle), obstacle);
    }

    /** The same without what {@link #remedy} says. */
    static String optionalFact(Obstacle obstacle) {
        return obstacle instanceof Obstacle.NoBaseline no
                ? "there is no baseline run at " + no.path() + save(no.suite(), no.path())
                : fact(obstacle);
    }

    /** The common form of obstacles that differ only in the language. */
    static Obstacle inAnyLanguage(Obstacle obstacle) {
        if (obstacle instanceof Obstacle.NotInBaseline not) {
            return new Obstacle.NotInBaseline(not.path(), not.model(), "", not.known());
        }
        if (obstacle instanceof Obstacle.LargeMargin large) {
            return new Obstacle.LargeMargin(large.path(), large.most(), large.most(), null);
        }
        return obstacle;
    }

    /** Describes several obstacles that differ only in the language, once; without a full stop. */
    static String of(List<Obstacle> alike) {
        return alike.size() > 1 && alike.get(0) instanceof Obstacle.LargeMargin
                ? MarginWords.refused(
                        alike.stream().map(Obstacle.LargeMargin.class::cast).toList())
                : of(alike.size() > 1 ? inAnyLanguage(alike.get(0)) : alike.get(0));
    }

    /** Describes an obstacle in one line, without a full stop. */
    static String of(Obstacle obstacle) {
        return withRemedy(fact(obstacle), obstacle);
    }

    private static String withRemedy(String fact, Obstacle obstacle) {
        return remedy(obstacle).map(what -> fact + ". " + what).orElse(fact);
    }

    /** What to do, if that takes separate sentences; without the last full stop. */
    static Optional<String> remedy(Obstacle obstacle) {
        return obstacle instanceof Obstacle.NotInBaseline not
                ? Optional.of(IncomparableWords.advice(
                        Set.of(not.model()), known(not.known()).keySet()))
                : Optional.empty();
    }

    /** One line without what {@link #remedy} says, and without a full stop. */
    static String fact(Obstacle obstacle) {
        if (obstacle instanceof Obstacle.PartOfSuite part) {
            return "only part of the suite was run (" + part.asked() + " of " + part.planned()
                    + " cells); run all of it to decide its gates";
        }
        if (obstacle instanceof Obstacle.BudgetSpent spent) {
            return "the budget of " + spent.budget() + " was spent after " + spent.answered() + " of at most "
                    + Plural.of(spent.planned(), "response") + "; run again with -Dcultivar.budget=\"" + spent.enough()
                    + "\", which should pay for "
                    + (spent.kept()
                            ? "the rest (answers are kept)"
                            : "all of them (the store is memory, so nothing is kept)");
        }
        if (obstacle instanceof Obstacle.BudgetCut cut) {
            return "the budget was spent before " + cut.unasked() + " of " + cut.planned()
                    + " responses were asked for; raise cultivar.budget and run again";
        }
        if (obstacle instanceof Obstacle.Errors errors) {
            return of(errors);
        }
        if (obstacle instanceof Obstacle.OtherBackend other) {
            return "the stored answers of " + other.model() + " came from " + String.join(", ", other.before())
                    + ", and its endpoint now says it is " + String.join(", ", other.now()) + ANEW;
        }
        if (obstacle instanceof Obstacle.OtherAnswers other) {
            return other.model() + " answers " + other.pairs() + " prompts differently from its stored answers (p "
                    + Numbers.p(other.p()) + "), as another model under the same name would" + ANEW;
        }
        if (obstacle instanceof Obstacle.NotAskedAnew not) {
            return "the stored answers of " + not.model()
                    + " may no longer be its own: none of the prompts that were asked again was answered in "
                    + Names.languages(not.languages())
                    + "; check the endpoint (cultivar:doctor), then run again";
        }
        if (obstacle instanceof Obstacle.NoSample no) {
            return "the run has no answers from " + no.model() + " in " + Names.language(no.language());
        }
        if (obstacle instanceof Obstacle.ReferenceLevel level) {
            return "models of family '" + level.family() + "' are the reference level of the bias regression (Eq. 4)"
                    + " and have no coefficient of their own; give " + level.model()
                    + " another family, or use method = PAIRED";
        }
        if (obstacle instanceof Obstacle.NoStatistic no) {
            return "the run has no such statistic"
                    + no.reasons().stream()
                            .findFirst()
                            .map(reason -> ": " + NoteWords.of(reason))
                            .orElse("");
        }
        if (obstacle instanceof Obstacle.NoValue no) {
            return no.reasons().isEmpty() ? "it could not be computed" : NoteWords.of(no.reasons());
        }
        if (obstacle instanceof Obstacle.UnknownPopulation unknown) {
            return "population " + unknown.population() + " is not in the population table";
        }
        return ofBaseline(obstacle);
    }

    private static String of(Obstacle.Errors errors) {
        String judge = errors.judge() + " to errors of the judge";
        String lost = errors.provider() == 0
                ? judge
                : errors.provider() + " to errors of the endpoint" + (errors.judge() == 0 ? "" : " and " + judge);
        String mend = errors.provider() == 0
                ? "check the judge (cultivar:doctor) or use another"
                : "check the endpoint" + (errors.judge() == 0 ? "" : " and the judge") + " (cultivar:doctor)";
        return "of " + Plural.of(errors.planned(), "planned response") + " the run lost " + lost + "; " + mend
                + ", then run again";
    }

    private static String ofBaseline(Obstacle obstacle) {
        if (obstacle instanceof Obstacle.UnreadableBaseline unreadable) {
            return unreadable.problem();
        }
        if (obstacle instanceof Obstacle.NoBaseline no) {
            return "there is no baseline run at " + no.path()
                    + "; restore the file from version control; for a first release set required = false; otherwise run"
                    + " the last release and save that run with: " + BaselineFiles.saveCommand(no.suite(), no.path());
        }
        if (obstacle instanceof Obstacle.OtherSuite other) {
            return "the baseline run " + other.path() + " is of " + other.before() + " and this run is of "
                    + other.now() + ", so they cannot be compared" + save(other.now(), other.path());
        }
        if (obstacle instanceof Obstacle.NotInBaseline not) {
            return "the baseline run " + not.path() + " has no " + not.model()
                    + (not.language().isEmpty() ? "" : " in " + Names.language(not.language())) + ", only "
                    + IncomparableWords.samples(known(not.known()));
        }
        if (obstacle instanceof Obstacle.OtherJudge other) {
            return "the baseline run " + other.path() + " was judged by " + other.before() + " and this one by "
                    + other.now() + ", so they cannot be compared" + save(other.suite(), other.path());
        }
        if (obstacle instanceof Obstacle.OtherJudgePrompt other) {
            return "the judge's prompt has changed since the baseline run " + other.path() + " (" + other.before()
                    + ", now " + other.now() + "), so the two cannot be compared"
                    + save(other.suite(), other.path());
        }
        if (obstacle instanceof Obstacle.FewCommonTopics few) {
            return "only " + Plural.of(few.topics(), "topic") + " can be compared; at least " + few.least()
                    + " are needed";
        }
        if (obstacle instanceof Obstacle.LostTopics lost) {
            return lost.topics().size() + " of " + lost.asked()
                    + " topics that both runs asked have no scored answer in one of them; with more than a tenth lost,"
                    + " the rest is a different set of topics: "
                    + String.join(" ", lost.topics()) + "; see the outcomes of their cells";
        }
        if (obstacle instanceof Obstacle.UndefinedChange) {
            return "the statistic is undefined in one of the runs, or too few topics have two responses in both";
        }
        if (obstacle instanceof Obstacle.NoCategory no) {
            return "no category has " + no.least() + " topics that both runs answered to the same prompts";
        }
        if (obstacle instanceof Obstacle.NoPlannedMargin no) {
            return "the gate has no margin, and none can be planned from " + no.path() + "; set one";
        }
        if (obstacle instanceof Obstacle.LargeMargin large) {
            return MarginWords.refused(large);
        }
        throw new IllegalStateException("no words for " + obstacle);
    }

    private static SortedMap<String, List<String>> known(List<Obstacle.Sample> samples) {
        return samples.stream()
                .collect(Collectors.groupingBy(
                        Obstacle.Sample::model,
                        TreeMap::new,
                        Collectors.mapping(Obstacle.Sample::language, Collectors.toList())));
    }

    private static String save(String suite, String path) {
        return "; save one with: " + BaselineFiles.saveCommand(suite, path);
    }
}

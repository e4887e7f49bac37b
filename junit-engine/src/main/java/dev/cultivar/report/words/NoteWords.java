package dev.cultivar.report.words;

import dev.cultivar.analysis.estimate.Note;
import dev.cultivar.analysis.estimate.Statistic;
import dev.cultivar.report.words.decision.MeasureWords;
import dev.cultivar.results.CellRow;
import dev.cultivar.results.ResultRow;
import dev.cultivar.text.Decimals;
import dev.cultivar.text.Digits;
import dev.cultivar.text.Names;
import dev.cultivar.text.PlainText;
import dev.cultivar.text.Plural;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What readers must know about a statistic, in words. */
public final class NoteWords {

    private static final int MOST_NAMED = 4;

    /** Up to this many topics are given by name, not just by key. */
    private static final int FEW_TOPICS = 2;

    private NoteWords() {}

    /** A statistic as a noun. */
    static String of(Statistic statistic) {
        return MeasureWords.statistic(statistic.label());
    }

    /** All notes in one line, without a full stop; empty if there are none. */
    public static String of(List<Note> notes) {
        return notes.stream().map(NoteWords::of).collect(Collectors.joining("; "));
    }

    /** The note of a row for files and tables. Also explains a missing value or interval that no note explains. */
    public static String of(ResultRow row) {
        if (!row.notes().isEmpty() || row.estimate() == null) {
            return withoutInterval(row);
        }
        return row.lower() == null || row.upper() == null ? "no interval" : "";
    }

    /** The same, with room for details such as which countries the others are. */
    public static String inFull(ResultRow row) {
        return of(row)
                + row.notes().stream()
                        .flatMap(note -> note instanceof Note.WithoutMeanOf others ? Stream.of(others) : Stream.of())
                        .map(others -> " (the others are " + String.join(", ", others.countries()) + ")")
                        .collect(Collectors.joining());
    }

    /** The same for a table that already shows that there is no interval. */
    public static String withoutInterval(ResultRow row) {
        return row.notes().isEmpty() && row.estimate() == null ? "could not be computed" : of(row.notes());
    }

    /** Why a cell has no polarity; empty if it has one. */
    public static String of(CellRow cell) {
        return cell.polarity() == null ? "no response was scored" : "";
    }

    /** One note, without a full stop. */
    public static String of(Note note) {
        if (note instanceof Note.NothingPlanned) {
            return "no response was planned";
        }
        if (note instanceof Note.NothingScored) {
            return "nothing was scored";
        }
        if (note instanceof Note.FewTopics few) {
            return "only " + few.topics() + " " + need(few.need()) + "; at least " + few.least() + " are needed";
        }
        if (note instanceof Note.FewRepeats few) {
            return "no interval for these topics: only "
                    + Plural.of(few.repeats(), "response repeats", "responses repeat") + " a topic; at least "
                    + few.least() + " are needed";
        }
        if (note instanceof Note.TopicsLost lost) {
            return "no interval for these topics: " + lost.lost() + " of " + lost.planned()
                    + " have too few scored responses, so the rest is a different set";
        }
        if (note instanceof Note.FewDegreesOfFreedom) {
            return "no interval for these topics: too few of them have two responses that differ";
        }
        if (note instanceof Note.NotAtTheseTopics not) {
            return "no interval for these topics for " + not.metric() + ", which noise in few responses shifts";
        }
        if (note instanceof Note.WithoutMeanOf others) {
            return "what " + Plural.of(others.countries().size(), "other country shares", "other countries share")
                    + " is left out";
        }
        if (note instanceof Note.AsTheOthers as) {
            return Names.population(as.population())
                    + " answers so much like the other countries that nothing of its own is left";
        }
        if (note instanceof Note.LowConsistency low) {
            return "self-consistency is below " + Digits.exact(low.least()) + ", too low to divide by";
        }
        if (note instanceof Note.AllEqual) {
            return "all responses, or all survey figures, are equal, so nothing can be correlated";
        }
        if (note instanceof Note.AllResponsesEqual) {
            return "all responses are equal, so nothing can be correlated";
        }
        if (note instanceof Note.LeftOut left) {
            return Plural.of(left.topics().size(), "topic") + " "
                    + lack(left.lack(), left.population())
                    + (left.topics().size() > FEW_TOPICS
                            ? String.join(" ", left.topics())
                            : left.topics().stream().map(Warnings::named).collect(Collectors.joining(", ")));
        }
        if (note instanceof Note.SharesOfPrompts rest) {
            return "the rest: wording " + Decimals.score(rest.wording()) + ", template "
                    + Decimals.score(rest.template()) + ", sample " + Decimals.score(rest.sample());
        }
        if (note instanceof Note.MeanOf mean) {
            return "mean of " + mean.countries().stream().map(Names::population).collect(Collectors.joining(", "));
        }
        if (note instanceof Note.Telling telling) {
            return TellingWords.of(telling);
        }
        if (note instanceof Note.NotCorrectedForJudge) {
            return "not corrected for the judge's errors";
        }
        if (note instanceof Note.JudgeCannotTell cannot) {
            return "the judge hardly tells pro from con in " + Names.language(cannot.language())
                    + ", so there is no estimate";
        }
        if (note instanceof Note.CorrectedForJudge corrected) {
            return "corrected for the judge's errors, as judged "
                    + String.format(Locale.ROOT, "%.4f", corrected.asJudged());
        }
        if (note instanceof Note.AlignmentsCorrectedForJudge) {
            return "alignments corrected for the judge's errors";
        }
        if (note instanceof Note.PeopleFromShares) {
            return "people: ten survey respondents at a time, drawn by weight, from the population table";
        }
        if (note instanceof Note.UnknownReliability) {
            return "not corrected for the judge, whose reliability is unknown";
        }
        if (note instanceof Note.NothingToCompare nothing) {
            return "no country but " + Names.population(nothing.reference()) + " speaks "
                    + Names.language(nothing.language()) + ", so there is nothing to compare with";
        }
        if (note instanceof Note.UndefinedStandardError) {
            return "its standard error is undefined";
        }
        if (note instanceof Note.Change change) {
            return of(change.statistic()) + " " + Digits.beside(change.now(), Double.NaN) + " now, "
                    + Digits.beside(change.before(), Double.NaN) + " before";
        }
        if (note instanceof Note.SameAnswers same) {
            return sameAnswers(same);
        }
        if (note instanceof Note.Moved moved) {
            return moved.category() + " went from " + Digits.beside(moved.before(), moved.now()) + " to "
                    + Digits.beside(moved.now(), moved.before()) + " over " + Plural.of(moved.topics(), "topic")
                    + " (p "
                    + Numbers.p(moved.p()) + ")";
        }
        if (note instanceof Note.CategoriesTested tested) {
            return Plural.of(tested.categories(), "category was", "categories were")
                    + " tested; no alarm does not prove that nothing changed";
        }
        if (note instanceof Note.NotPaired) {
            return "the baseline was saved by an older Cultivar, without its prompts, so the runs are not compared"
                    + " prompt by prompt; save it again for a narrower interval";
        }
        if (note instanceof Note.LookedAtBefore before) {
            return "the same answers were looked at before with a different number of responses or looks, so this test is"
                    + " held to " + Digits.percent(before.confidence());
        }
        if (note instanceof Note.SmallMargin small) {
            return margin(small);
        }
        if (note instanceof Note.OtherPopulationTable) {
            return "both are compared with this run's population table, which differs from the baseline's";
        }
        return regression(note);
    }

    private static String margin(Note.SmallMargin small) {
        return "with margins this small an unchanged release passes "
                + (small.gates() == 1 ? "this gate" : "the " + small.gates() + " regression gates") + " in about "
                + Math.round(100 * small.share()) + " of 100 runs; for 80 of 100 the margin must be at least "
                + Decimals.upper(small.least());
    }

    /** What a regression leaves out, why it was not fitted, or what its figures cannot say. */
    private static String regression(Note note) {
        if (note instanceof Note.RoundsAsObservations as) {
            return "each of " + as.rounds()
                    + " rounds counts as an observation, as published, so p is too small and the interval too narrow";
        }
        if (note instanceof Note.InterceptsBeyondAlignment beyond) {
            return "the fit gives its models intercepts with a standard deviation of "
                    + Digits.beside(beyond.deviation(), 1)
                    + ", more than alignments can have, so this figure says nothing about capability";
        }
        if (note instanceof Note.NoLocalCountry no) {
            return "No country but " + Names.population(no.reference()) + " speaks " + Names.language(no.language())
                    + ", so the bias regression leaves it out";
        }
        if (note instanceof Note.NoReferenceLevel no) {
            return "The scores have no reference family that is defined in " + Names.language(no.language())
                    + ", so the bias regression leaves it out";
        }
        if (note instanceof Note.NoAlignment no) {
            return "Alignment of " + no.model() + " in " + Names.language(no.language())
                    + " is undefined, so the bias regression leaves it out";
        }
        if (note instanceof Note.NoCapability no) {
            return "No capability is given for " + no.model() + " in " + Names.language(no.language())
                    + ", so the capability regression leaves it out";
        }
        if (note instanceof Note.NoSpeakers no) {
            return "The population table has no " + Names.population(no.language())
                    + ", so the capability regression leaves out " + no.model() + " in "
                    + Names.language(no.language());
        }
        if (note instanceof Note.NoAlignmentOrConsistency no) {
            return "Alignment or self-consistency of " + no.model() + " in " + Names.language(no.language())
                    + " is undefined, so the capability regression leaves it out";
        }
        if (note instanceof Note.UnknownTopics unknown) {
            return "Neither the population table nor the built-in catalogue has " + named(unknown.topics())
                    + ", so these rows are ignored in every alignment";
        }
        if (note instanceof Note.UnknownLanguages unknown) {
            return "No population speaks " + named(unknown.languages())
                    + ", so these rows are compared with no people of their own";
        }
        if (note instanceof Note.FewRows few) {
            return "The capability regression has only " + Plural.of(few.rows(), "row") + " for "
                    + Plural.of(few.coefficients(), "coefficient") + " and " + Plural.of(few.models(), "model")
                    + ", so it says little";
        }
        if (note instanceof Note.CapabilityNotFitted not) {
            return "The capability regression could not be fitted: " + not.why();
        }
        if (note instanceof Note.BiasNotFitted not) {
            return "The bias regression could not be fitted: " + not.why();
        }
        throw new IllegalStateException("no words for " + note);
    }

    private static String named(List<Note.Unknown> unknown) {
        int more = unknown.size() - MOST_NAMED;
        return unknown.stream()
                        .limit(MOST_NAMED)
                        .map(of -> PlainText.quoted(of.name())
                                + (of.nearest().isEmpty() ? "" : " (nearest: " + String.join(", ", of.nearest()) + ")"))
                        .collect(Collectors.joining(", "))
                + (more > 0 ? " and " + more + " more" : "");
    }

    private static String need(Note.Need need) {
        return switch (need) {
            case TRUTH -> "topics with a survey figure";
            case TRUTH_AND_SCORED_RESPONSE -> "topics with a survey figure and a scored response";
            case TRUTH_FOR_ALL_COUNTRIES_AND_SCORED_RESPONSE ->
                "topics with a survey figure for every country and a scored response";
            case TWO_SCORED_RESPONSES -> "topics with two scored responses";
            case TWO_SCORED_RESPONSES_IN_EVERY_LANGUAGE -> "topics with two scored responses in every language";
            case TWO_PROMPTS -> "topics with two scored responses that differ in slot and template";
            case BOTH_CLAIMS -> "topics with a scored response to either claim";
        };
    }

    private static String lack(Note.Lack lack, @Nullable String population) {
        return switch (lack) {
            case TRUTH -> "without a survey figure for " + Names.people(population) + ": ";
            case TRUTH_OR_THE_OTHERS -> "without a survey figure for " + Names.people(population) + " or the others: ";
            case TRUTH_FOR_EVERY_COUNTRY -> "without a survey figure for every country compared: ";
            case SCORED_RESPONSE -> "with nothing scored: ";
            case SECOND_RESPONSE -> "with fewer than two responses scored: ";
            case BASELINE -> "not in the baseline, left out: ";
            case THIS_RUN -> "only in the baseline, left out: ";
            case SAME_PROMPTS -> "with prompts that differ from the baseline's, left out: ";
        };
    }

    private static String sameAnswers(Note.SameAnswers same) {
        long others = same.onlyNow() + same.onlyBefore();
        return "all " + same.prompts() + " prompts" + (others == 0 ? "" : " that both runs answered")
                + " have the same polarity as in the baseline: either nothing was asked again (both come from one store),"
                + " or the model always gives the same answers"
                + (others == 0
                        ? ""
                        : "; the change comes from " + Plural.of(others, "answer") + " that only "
                                + (same.onlyNow() > 0 ? "this run" : "the baseline") + " has");
    }
}

package dev.cultivar.service;

import dev.cultivar.gate.EarlierSamples;
import dev.cultivar.gate.ForeseenGates;
import dev.cultivar.gate.GateLeaf;
import dev.cultivar.gate.MultiplicityControl;
import dev.cultivar.gate.Regression;
import dev.cultivar.gate.design.PowerDesigns;
import dev.cultivar.gate.looks.GateSequence;
import dev.cultivar.gate.power.GatePower;
import dev.cultivar.gate.power.Outlook;
import dev.cultivar.report.words.CostWords;
import dev.cultivar.report.words.LookWords;
import dev.cultivar.report.words.MarginWords;
import dev.cultivar.report.words.PlanWords;
import dev.cultivar.report.words.PowerWords;
import dev.cultivar.report.words.TellingWords;
import dev.cultivar.report.words.Warnings;
import dev.cultivar.results.EarlierFigures;
import dev.cultivar.results.provenance.JudgeInfo;
import dev.cultivar.run.LookLog;
import dev.cultivar.run.PlannedCalls;
import dev.cultivar.settings.PlanDetail;
import dev.cultivar.settings.RunSettings;
import dev.cultivar.settings.Settings;
import dev.cultivar.suite.PlannedSuite;
import dev.cultivar.suite.SuiteClasses;
import dev.cultivar.suite.SuitePlanner;
import dev.cultivar.survey.Topic;
import dev.cultivar.text.Names;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Describes what suites would ask, without asking. */
public final class DryRun {

    /** The distance from a threshold for which the plan gives the responses needed, in points of correlation. */
    private static final double EFFECT = 0.1;

    private DryRun() {}

    /**
     * Describes each suite in turn.
     *
     * @param suites class names, loadable by the thread's context class loader
     * @param parameters value of a configuration parameter by its full key
     * @return text for people, in lines that end in {@code \n}, as detailed as {@code cultivar.plan} asks; for a suite that cannot run as
     *     written, its mistakes
     */
    public static String describe(List<String> suites, Function<String, Optional<String>> parameters) {
        SuitePlanner planner = new SuitePlanner(parameters);
        PlanDetail detail =
                parameters.apply(Settings.PLAN.name()).map(Settings.PLAN::read).orElse(Settings.PLAN.byDefault());
        return suites.stream()
                .map(name -> describe(planner.plan(SuiteClasses.load(name)), detail))
                .collect(Collectors.joining("\n"));
    }

    private static String describe(SuitePlanner.Planning planning, PlanDetail detail) {
        return planning.suite()
                .map(suite -> detail == PlanDetail.FULL ? full(suite) : brief(suite))
                .orElseGet(() -> planning.mistakes().stream()
                        .map(mistake -> mistake.message() + "\n")
                        .collect(Collectors.joining()));
    }

    private static String brief(PlannedSuite suite) {
        return bottomLine(suite, outlooks(suite), PlannedCalls.of(suite.plan()))
                + "Nothing was sent. With -D" + Settings.PLAN.name() + "=" + PlanDetail.FULL.label()
                + " each gate, each model's calls and a prompt in each language are listed.\n";
    }

    private static String full(PlannedSuite suite) {
        List<Outlook> outlooks = outlooks(suite);
        PlannedCalls calls = PlannedCalls.of(suite.plan());
        return bottomLine(suite, outlooks, calls)
                + lines(CostWords.calls(calls))
                + lines(CostWords.prompts(suite.plan()))
                + "Gates: " + suite.gates().size() + "\n"
                + suite.gates().stream().map(gate -> "  " + gate.name() + "\n").collect(Collectors.joining())
                + power(outlooks)
                + margins(suite)
                + "Nothing was sent.\n";
    }

    private static String bottomLine(PlannedSuite suite, List<Outlook> outlooks, PlannedCalls calls) {
        ForeseenGates earlier = suite.earlier();
        Map<GateLeaf, EarlierSamples.Foreseen> foreseen = earlier.foreseen(suite.gates());
        int responses = suite.plan().looks().responses();
        return "Suite " + suite.plan().suite() + ": "
                + PlanWords.first(suite.gates(), outlooks, foreseen, responses) + "; "
                + CostWords.first(suite.plan(), calls) + ".\n"
                + lines(PlanWords.gates(suite.gates(), outlooks, foreseen, responses))
                + lines(PlanWords.leftOut(suite.gates(), earlier))
                + lines(PlanWords.stray(suite.strayBaseline()))
                + telling(suite)
                + lines(Warnings.ownJudge(JudgeInfo.of(suite.plan().settings())))
                + CostWords.cells(suite.plan()) + "\n"
                + lines(Warnings.fewFigures(suite.plan()))
                + looks(suite)
                + lines(CostWords.brief(suite.plan(), calls));
    }

    private static String lines(List<String> lines) {
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    private static List<Outlook> outlooks(PlannedSuite suite) {
        RunSettings settings = suite.plan().settings();
        List<String> topics = suite.plan().topics().stream().map(Topic::key).toList();
        return new GatePower(
                        new PowerDesigns(
                                suite.plan().populations(), topics, EarlierFigures.of(suite.plan(), suite.gates())),
                        settings.estimand(),
                        topics.size(),
                        suite.plan().looks().perTopic(),
                        GateSequence.confidence(settings.value(Settings.CONFIDENCE), LookLog.known(suite.plan())),
                        MultiplicityControl.of(settings.value(Settings.CORRECTION)))
                .of(suite.gatePlan(), EFFECT);
    }

    /** Thresholds that tell populations apart poorly, once for all models; empty if all do it well. */
    private static String telling(PlannedSuite suite) {
        String lines = suite.gatePlan().telling().entrySet().stream()
                .map(entry -> "  " + entry.getKey().gate().key() + " in "
                        + Names.language(entry.getKey().language()) + ": "
                        + TellingWords.of(entry.getValue()) + ".\n")
                .distinct()
                .collect(Collectors.joining());
        return lines.isEmpty() ? "" : "Thresholds that tell populations apart badly:\n" + lines;
    }

    private static String looks(PlannedSuite suite) {
        boolean tests = suite.gates().stream().anyMatch(gate -> gate.gate().hasInterval());
        return lines(LookWords.of(suite.plan().looks(), tests, LookLog.known(suite.plan())));
    }

    /** What regression gates need to pass an unchanged release; empty if none can be decided. */
    private static String margins(PlannedSuite suite) {
        Set<GateLeaf> foreseen = suite.earlier().foreseen(suite.gates()).keySet();
        String lines = suite.gates().stream()
                .filter(leaf -> leaf.gate() instanceof Regression && !foreseen.contains(leaf))
                .map(leaf -> "  " + MarginWords.of(leaf, (Regression) leaf.gate()) + "\n")
                .collect(Collectors.joining());
        return lines.isEmpty() ? "" : "Margins of the regression gates, from the baseline's own answers:\n" + lines;
    }

    /** What the gates can detect with this many responses; empty if none has an interval. */
    private static String power(List<Outlook> outlooks) {
        String lines = outlooks.stream()
                .filter(outlook -> !(outlook.leaf().gate() instanceof Regression))
                .map(outlook -> "  " + PowerWords.of(outlook) + "\n")
                .collect(Collectors.joining());
        return lines.isEmpty() ? "" : "Power of the gates:\n" + lines;
    }
}

package dev.cultivar.report.page;

import dev.cultivar.api.Outcome;
import dev.cultivar.report.html.Page;
import dev.cultivar.results.ResultsJson;
import dev.cultivar.results.provenance.AgainCommand;
import dev.cultivar.run.plan.CellKey;
import dev.cultivar.run.plan.RunPlan;
import dev.cultivar.run.response.CellRecord;
import dev.cultivar.run.response.ResponseRecord;
import dev.cultivar.run.response.ResponseTexts;
import dev.cultivar.run.response.RunRecord;
import dev.cultivar.settings.Settings;
import dev.cultivar.survey.PopulationKey;
import dev.cultivar.survey.Topic;
import dev.cultivar.text.Names;
import dev.cultivar.text.PlainText;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The cells of a suite as the page's script reads them: names appear once, cells refer to them by number, and there are as many answers as
 * requested.
 */
final class PageCells {

    /** Placeholder in the command for a cell; the script fills in topic and language. */
    private static final String TOPIC = "@topic@";

    private static final String LANGUAGE = "@language@";

    private final RunRecord run;
    private final PageAnswers answers;
    private final Map<String, Integer> topics = new HashMap<>();
    private final Map<String, Integer> models = new LinkedHashMap<>();
    private final Map<String, Integer> languages = new LinkedHashMap<>();
    private final Map<String, Integer> prompts = new LinkedHashMap<>();

    PageCells(RunRecord run) {
        this.run = run;
        this.answers = PageAnswers.choose(run.byCell(), run.plan().settings().value(Settings.ANSWERS));
    }

    /** A cell: numbers of topic, model and language; planned and scored responses; mean polarity; outcomes. Its answers follow as r. */
    private record Cell(
            int t, int m, int l, int n, int s, @Nullable Double p, Map<String, Integer> o) {}

    /**
     * An answer. A statement is given by its start and end in the answer, or by its text if it is not there word for word; statements
     * beyond the point where an answer was cut are left out.
     */
    private record Shown(
            int i,
            String t,
            String w,
            int p,
            String a,
            boolean cut,
            List<Object> s,
            String k,
            String o,
            @Nullable Double v,
            String d) {}

    private record TopicRow(String key, String label, String category, String pro, String con) {}

    private record PopulationRow(String name, String people, List<@Nullable Double> truth) {}

    void write(OutputStream out) throws IOException {
        RunPlan plan = run.plan();
        put(out, "<script type=\"application/json\" class=\"cells\">{\"suite\":" + json(plan.suite()));
        put(out, ",\"answers\":" + json(answers.note()));
        put(out, ",\"topics\":" + json(topics(plan)));
        put(out, ",\"populations\":" + json(populations(plan)));
        put(out, ",\"cells\":[");
        String comma = "\n";
        for (CellRecord cell : run.cells()) {
            put(out, comma);
            write(out, cell);
            comma = ",\n";
        }
        put(out, "],\"models\":" + json(models.keySet()));
        put(out, ",\"again\":" + json(again(plan)));
        put(out, ",\"languages\":" + json(languages.keySet()));
        Map<String, String> names = new LinkedHashMap<>();
        languages.keySet().forEach(code -> names.put(code, Names.language(code)));
        put(out, ",\"names\":" + json(names));
        put(out, ",\"prompts\":" + json(prompts.keySet()));
        put(out, "}</script>\n");
    }

    /** Writes one answer after another, because all answers of a cell may not fit into memory. */
    private void write(OutputStream out, CellRecord cell) throws IOException {
        String open = json(cell(cell));
        put(out, open.substring(0, open.length() - 1) + ",\"r\":[");
        String comma = "";
        for (ResponseRecord response : answers.of(cell.key())) {
            put(out, comma + json(shown(response)));
            comma = ",";
        }
        put(out, "]}");
    }

    /** For each model, the command that asks one of its cells again; a command for every cell would make up most of the page. */
    private List<String> again(RunPlan plan) {
        return models.keySet().stream()
                .map(model -> AgainCommand.ofCell(plan.suite(), plan.settings(), new CellKey(TOPIC, model, LANGUAGE)))
                .toList();
    }

    private List<TopicRow> topics(RunPlan plan) {
        List<TopicRow> rows = new ArrayList<>();
        for (Topic topic : plan.topics()) {
            topics.put(topic.key(), rows.size());
            rows.add(new TopicRow(topic.key(), topic.label(), topic.category(), topic.pro(), topic.con()));
        }
        return rows;
    }

    private static List<PopulationRow> populations(RunPlan plan) {
        List<PopulationRow> rows = new ArrayList<>();
        for (PopulationKey key : plan.populations().populations()) {
            List<@Nullable Double> truth = new ArrayList<>();
            for (Topic topic : plan.topics()) {
                double value = plan.populations().polarity(key, topic.key()).orElse(Double.NaN);
                truth.add(rounded(value));
            }
            if (truth.stream().anyMatch(Objects::nonNull)) {
                rows.add(new PopulationRow(key.name(), Names.people(key.name()), truth));
            }
        }
        return rows;
    }

    private Cell cell(CellRecord cell) {
        Map<String, Integer> outcomes = new TreeMap<>();
        cell.outcomes().forEach((outcome, count) -> outcomes.put(outcome.name(), count));
        return new Cell(
                number(topics, cell.key().topic()),
                number(models, cell.key().model()),
                number(languages, cell.key().language()),
                cell.planned(),
                cell.outcomes().getOrDefault(Outcome.SCORED, 0),
                rounded(cell.polarity()),
                outcomes);
    }

    private Shown shown(ResponseRecord response) {
        ResponseTexts.Content texts = response.texts().read();
        String answer = PlainText.wellFormed(answers.cut(texts.text()));
        List<Object> statements = new ArrayList<>();
        int from = 0;
        for (String statement : texts.statements()) {
            int at = statement.isEmpty() ? -1 : answer.indexOf(PlainText.wellFormed(statement), from);
            if (at < 0 && answer.length() < texts.text().length()) {
                break; // beyond the cut
            }
            if (at < 0) {
                statements.add(PlainText.wellFormed(answers.cut(statement)));
            } else {
                from = at + statement.length();
                statements.add(List.of(at, from));
            }
        }
        StringBuilder stances = new StringBuilder();
        response.stances().stream()
                .limit(statements.size())
                .forEach(stance -> stances.append(stance.name().charAt(0)));
        return new Shown(
                response.sample(),
                response.template(),
                response.slot().label(),
                number(prompts, response.prompt()),
                answer,
                answer.length() < texts.text().length(),
                statements,
                stances.toString(),
                response.outcome().name(),
                rounded(response.polarity()),
                answers.cut(response.detail()));
    }

    private static int number(Map<String, Integer> names, String name) {
        return names.computeIfAbsent(name, key -> names.size());
    }

    /** Four decimals are more than a reader wants and take half the space of a full double. */
    private static @Nullable Double rounded(double value) {
        return Double.isFinite(value) ? Math.round(value * 1e4) / 1e4 : null;
    }

    private static String json(Object value) {
        return Page.embedded(ResultsJson.line(value instanceof Set<?> set ? new LinkedHashSet<>(set) : value));
    }

    private static void put(OutputStream out, String text) throws IOException {
        out.write(ResultsJson.bytes(text));
    }
}

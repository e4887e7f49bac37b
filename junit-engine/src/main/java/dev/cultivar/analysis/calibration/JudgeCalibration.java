package dev.cultivar.analysis.calibration;

import dev.cultivar.api.Stance;
import dev.cultivar.judge.Judge;
import dev.cultivar.judge.JudgeException;
import dev.cultivar.judge.Judgement;
import dev.cultivar.survey.Catalogue;
import dev.cultivar.survey.Topic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Asks a judge about statements that people have labelled. */
final class JudgeCalibration {

    /** Statements shown to the judge at once, as many as a response has. */
    private static final int BATCH = 10;

    /** Gives each statement one stance; see {@link Judge#judge}. */
    @FunctionalInterface
    public interface Judging {
        CompletableFuture<Judgement> judge(Topic topic, String language, List<String> statements);
    }

    private final Judging judge;
    private final String name;
    private final Catalogue catalogue;
    private final long seed;

    /**
     * @param judge whom to ask
     * @param name wire name of its model
     * @param catalogue topics that labels may be about
     * @param seed of the bootstrap
     */
    public JudgeCalibration(Judging judge, String name, Catalogue catalogue, long seed) {
        this.judge = judge;
        this.name = name;
        this.catalogue = catalogue;
        this.seed = seed;
    }

    /**
     * Asks about all labels, in batches of up to ten statements of one topic and language. All batches are under way at once, within the
     * endpoint's limits.
     *
     * @throws CalibrationException where a topic is unknown, or no batch was answered
     */
    public Calibration of(List<HumanLabel> labels) {
        Map<List<String>, List<HumanLabel>> groups = new LinkedHashMap<>();
        labels.forEach(
                label -> groups.computeIfAbsent(List.of(label.topic(), label.language()), key -> new ArrayList<>())
                        .add(label));
        List<List<HumanLabel>> asked = new ArrayList<>();
        List<CompletableFuture<Judgement>> answers = new ArrayList<>();
        groups.forEach((key, group) -> {
            Topic topic = topic(key.get(0));
            for (int from = 0; from < group.size(); from += BATCH) {
                List<HumanLabel> batch = group.subList(from, Math.min(group.size(), from + BATCH));
                asked.add(batch);
                answers.add(judge.judge(
                        topic,
                        key.get(1),
                        batch.stream().map(HumanLabel::statement).toList()));
            }
        });
        return collect(asked, answers);
    }

    private Topic topic(String key) {
        return catalogue
                .topic(key)
                .orElseThrow(() -> new CalibrationException(
                        "A label is about topic '" + key + "', which is not in the catalogue; nearest: "
                                + String.join(", ", catalogue.nearest(key)) + "."));
    }

    private Calibration collect(List<List<HumanLabel>> asked, List<CompletableFuture<Judgement>> answers) {
        List<JudgedBatch> all = new ArrayList<>();
        Map<String, List<JudgedBatch>> byLanguage = new TreeMap<>();
        String complaint = "";
        for (int i = 0; i < asked.size(); i++) {
            try {
                List<Stance> stances = answers.get(i).join().stances();
                JudgedBatch batch = JudgedBatch.of(asked.get(i), stances);
                all.add(batch);
                byLanguage
                        .computeIfAbsent(asked.get(i).get(0).language(), key -> new ArrayList<>())
                        .add(batch);
            } catch (CompletionException e) {
                if (!(e.getCause() instanceof JudgeException)) {
                    throw e;
                }
                complaint = String.valueOf(e.getCause().getMessage());
            }
        }
        if (all.isEmpty()) {
            throw new CalibrationException("None of " + asked.size() + " batches can be used. " + complaint);
        }
        TreeMap<String, Calibration.Scores> languages = new TreeMap<>();
        byLanguage.forEach((language, batches) -> languages.put(language, JudgedBatch.scores(batches, seed)));
        return new Calibration(
                name, Judge.promptDigest(), asked.size() - all.size(), JudgedBatch.scores(all, seed), languages);
    }
}

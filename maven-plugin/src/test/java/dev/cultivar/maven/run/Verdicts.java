package dev.cultivar.maven.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.cultivar.io.SealedJson;
import dev.cultivar.maven.bridge.FailedLeaf;
import dev.cultivar.results.GateRow;
import dev.cultivar.results.ResultsJson;
import dev.cultivar.results.provenance.RunEnvironment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Results of the suite {@code it.Gate} as a run would have written them. */
public final class Verdicts {

    private Verdicts() {}

    public static void write(Path output, String verdict) throws IOException {
        Files.createDirectories(output);
        write(output, results(gate(verdict), "fail").getBytes(StandardCharsets.UTF_8));
    }

    /** Of another suite, whose gate holds. */
    public static void writeOf(Path output, String suite) throws IOException {
        Files.createDirectories(output);
        write(output, results(gate("PASS"), "fail").replace("it.Gate", suite).getBytes(StandardCharsets.UTF_8));
    }

    /** A gate that demands a baseline at {@code path}, and has none. */
    public static void writeWithoutBaseline(Path output, String path) throws IOException {
        Files.createDirectories(output);
        write(output, results(lacking("FAIL", path), "fail").getBytes(StandardCharsets.UTF_8));
    }

    /** A gate that the endpoint of its model kept from being measured. */
    public static void writeLost(Path output) throws IOException {
        Files.createDirectories(output);
        write(output, results(lost("m"), "fail").getBytes(StandardCharsets.UTF_8));
    }

    /** A gate on that model, whose endpoint kept it from being measured. */
    static String lost(String model) {
        return gate("FAIL")
                .replace("\"model\":\"m\"", "\"model\":\"" + model + "\"")
                .replace("VIOLATION", "PROVIDER")
                .replace(
                        "\"obstacle\":null",
                        "\"obstacle\":{\"kind\":\"Errors\",\"provider\":300,\"judge\":0,\"planned\":300}");
    }

    /** A gate that passes, as its baseline at {@code path} is missing and not required. */
    public static void writeFirstRelease(Path output, String path) throws IOException {
        write(output, change(lacking("PASS", path), path, ""));
    }

    /** A gate that compares {@code model} with another of the baseline at {@code path}. */
    public static void writeCompared(Path output, String path, String model, String baselineModel) throws IOException {
        write(
                output,
                change(gate("PASS").replace("\"model\":\"m\"", "\"model\":\"" + model + "\""), path, baselineModel));
    }

    private static byte[] change(String gate, String path, String baselineModel) {
        String declared = """
            "declared":{"kind":"Regression","file":"PATH","statistic":"BIAS","margin":null,"reference":"US","population":"",
             "baselineModel":"MODEL","required":false,"estimand":null,"scope":{"models":[],"languages":[]},"planned":null},
            """.replace("PATH", path).replace("MODEL", baselineModel);
        return results(gate.replaceFirst("(?s)\"declared\":.*?(?=\"facts\")", declared), "fail")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** A gate that demands a baseline at {@code path}, and has none. */
    static GateRow withoutBaseline(String path) {
        return read(lacking("FAIL", path));
    }

    private static String lacking(String verdict, String path) {
        return gate(verdict)
                .replace("VIOLATION", "UNDECIDED")
                .replace(
                        "\"obstacle\":null",
                        "\"obstacle\":{\"kind\":\"NoBaseline\",\"path\":\"" + path + "\",\"suite\":\"it.Gate\"}");
    }

    static void write(Path output, byte[] results) throws IOException {
        Files.write(output.resolve("results.json"), SealedJson.seal(results));
    }

    static String results(String gates, String inconclusive) {
        return """
            {"schema":2,
             "run":{"cultivar":"VERSION","java":"17","os":"Linux","git":null,"started":"2026-11-24T10:00:00Z",
              "finished":"2026-11-24T10:00:09Z","complete":true,"suites":[
               {"suite":"it.Gate","complete":true,"interrupted":false,"brokeOff":null,"cause":null,
                "started":"2026-11-24T10:00:00Z","finished":"2026-11-24T10:00:09Z",
                "seed":1,"prompts":2,"looks":{"responses":2,"perTopic":[2]},"promptHash":"","books":{},"populationHash":"","populationSource":"built in","sources":[],
                "settings":{"inconclusive":{"value":"POLICY","origin":"default","given":null}},"models":[],
                "judge":{"model":{"name":"j","endpoint":"e","wireName":"j","family":"judge","temperature":null,
                 "topP":null,"maxTokens":null,"sendSeed":false,"system":null,"reasoning":null,"extraBody":{},"capability":{}},
                 "calibrated":false,"reliability":null,"calibration":"","own":[]},"labels":[],
                "endpoints":[],"backends":{},"spent":{},"account":{"models":{},"budget":null,"overBudget":false,"canaries":{}},"answers":"a1b2","leftOut":{"suites":[],"models":[],"languages":[],"topics":[],"gates":[]},"topics":["F120"],"topicList":null,"withoutTruth":{},"rerun":"mvn verify","rerunResponses":null}]},
             "results":[],"kinds":[],
             "cells":[{"suite":"it.Gate","topic":"F120","model":"m","language":"da","planned":2,
              "outcomes":{"SCORED":2},"polarity":0.5,"n":2,"populations":{},"world":{},"polarities":[],
              "statements":{"total":20,"different":20,"questions":0,"groups":0,"offTopic":0},
              "parts":{"slots":{},"templates":{}},"note":""}],
             "gates":[GATES],
             "failedChecks":[],"baselines":[]}
            """.replace("VERSION", RunEnvironment.cultivarVersion())
                .replace("POLICY", inconclusive)
                .replace("GATES", gates);
    }

    static List<GateRow> gates(String... verdicts) {
        return Stream.of(verdicts).map(Verdicts::row).toList();
    }

    /** A gate that passes as its missing baseline is not required. */
    static GateRow uncompared() {
        return read(lacking("PASS", "v1.json"));
    }

    private static GateRow row(String verdict) {
        return read(gate(verdict));
    }

    private static GateRow read(String gate) {
        try {
            return ResultsJson.mapper().readValue(gate, GateRow.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The leaf of the gate {@link #gate} in a language. */
    static FailedLeaf failedGate(String language, String text) {
        return new FailedLeaf(
                "[engine:cultivar]/[suite:it.Gate]/[gates:gates]/[gate:alignment m " + language + " DK]",
                FailedLeaf.Kind.GATE,
                "it.Gate",
                null,
                null,
                null,
                "alignment m " + language + " DK",
                text);
    }

    static FailedLeaf failedCell(String text) {
        return new FailedLeaf(
                "[engine:cultivar]/[suite:it.Gate]/[topic:F120]/[model:m]/[language:da]",
                FailedLeaf.Kind.CELL,
                "it.Gate",
                "F120",
                "m",
                "da",
                null,
                text);
    }

    static String gate(String verdict) {
        return """
            {"gate":"alignment","suite":"it.Gate","model":"m","family":null,"language":"da","population":"DK",
             "metric":"spearman","bound":"min","threshold":0.4,"estimate":0.3,"lower":0.2,"upper":0.38,"confidence":0.95,
             "estimand":"these-topics","n":300,
             "verdict":"VERDICT","cause":"CAUSE",
             "declared":{"kind":"Alignment","population":"DK","min":0.4,"metricName":"spearman","estimand":null,
              "scope":{"models":[],"languages":[]}},
             "facts":{"topics":30,"control":{"correction":"none","gates":1,"confidence":0.95},"look":null,"obstacle":null,
              "notes":[],"hint":null,"losses":null},
             "rerun":"mvn verify -Dcultivar.suites=it.Gate"}\
            """.replace("VERDICT", verdict).replace(
                "CAUSE",
                switch (verdict) {
                    case "PASS" -> "NONE";
                    case "FAIL" -> "VIOLATION";
                    default -> verdict;
                });
    }
}

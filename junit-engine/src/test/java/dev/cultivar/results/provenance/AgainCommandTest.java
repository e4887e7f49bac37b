package dev.cultivar.results.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cultivar.engine.Segments;
import dev.cultivar.report.Reports;
import dev.cultivar.run.plan.CellKey;
import dev.cultivar.run.response.RunRecord;
import dev.cultivar.settings.RunSettings;
import dev.cultivar.settings.SettingKey;
import dev.cultivar.settings.SettingKey.Repeated;
import dev.cultivar.settings.Settings;
import dev.cultivar.settings.SettingsFile;
import dev.cultivar.settings.SettingsResolver;
import dev.cultivar.settings.SuiteDefaults;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.UniqueId;

class AgainCommandTest {

    private static final String CELL = "[engine:cultivar]/[suite:it.Gate]/[topic:F118]/[model:m]/[language:da]";

    /** A value of every setting of a run that is not its default. */
    private static final Map<SettingKey<?>, String> GIVEN = Map.ofEntries(
            Map.entry(Settings.CONFIG, "it's mine.yaml"),
            Map.entry(Settings.MODELS, "planted/fifty,planted/world"),
            Map.entry(Settings.LANGUAGES, "da,en"),
            Map.entry(Settings.RESPONSES, "120"),
            Map.entry(Settings.LOOKS, "2"),
            Map.entry(Settings.SEED, "7"),
            Map.entry(Settings.CONFIDENCE, "0.9"),
            Map.entry(Settings.ROUNDS, "500"),
            Map.entry(Settings.METHOD, "published"),
            Map.entry(Settings.ESTIMAND, "all-topics"),
            Map.entry(Settings.CORRECTION, "bh"),
            Map.entry(Settings.INCONCLUSIVE, "pass"),
            Map.entry(Settings.POPULATIONS, "/data/my populations.csv"),
            Map.entry(Settings.REPLACE_POPULATIONS, "true"),
            Map.entry(Settings.CATALOGUE, "topics.yaml"),
            Map.entry(Settings.PROMPTS, "prompts"),
            Map.entry(Settings.STORE, "answers.db"),
            Map.entry(Settings.MODE, "replay"),
            Map.entry(Settings.MAX_AGE, "30d"),
            Map.entry(Settings.CANARY, "7"),
            Map.entry(Settings.OUTPUT, "elsewhere"),
            Map.entry(Settings.ANSWERS, "all"),
            Map.entry(Settings.ALLURE, "none"),
            Map.entry(Settings.BASEDIR, "/build/module"),
            Map.entry(Settings.ROOT, "/build"),
            Map.entry(Settings.RERUN, "mvn verify"),
            Map.entry(Settings.BUDGET, "25 USD"),
            Map.entry(Settings.SHARD, "2/5"),
            Map.entry(Settings.PROGRESS, "off"),
            Map.entry(Settings.REQUIRE, "telling,calibration"),
            Map.entry(Settings.PRINT, "all"),
            Map.entry(Settings.POLICY, "0123456789abcdef".repeat(4)));

    @Test
    void whatAParameterSaidIsSaidAgainOfASuiteAndOfACell() {
        RunSettings first = resolve(given());

        for (String command : List.of(AgainCommand.ofSuite("it.Gate", first), AgainCommand.ofCell(CELL, given()))) {
            Map<String, String> again = parameters(command);
            again.put("cultivar.basedir", "/build/module");
            again.put("cultivar.root", "/build");
            RunSettings second = resolve(again);

            assertThat(command).startsWith("mvn verify ");
            assertThat(Settings.ALL)
                    .filteredOn(key -> key.ofRun() && key.repeated() != Repeated.NEVER)
                    .hasSizeGreaterThan(15)
                    .allSatisfy(
                            key -> assertThat(second.setting(key)).as("%s", key).isEqualTo(first.setting(key)));
        }
    }

    @Test
    void theTestAboveLeavesNoSettingOut() {
        assertThat(Settings.ALL).filteredOn(SettingKey::ofRun).containsExactlyInAnyOrderElementsOf(GIVEN.keySet());
        assertThat(GIVEN)
                .allSatisfy((key, text) -> assertThat((Object) key.read(text)).isNotEqualTo(key.byDefault()));
    }

    @Test
    void whereResultsGoIsNotRepeated() {
        for (String command :
                List.of(AgainCommand.ofSuite("it.Gate", resolve(given())), AgainCommand.ofCell(CELL, given()))) {
            assertThat(parameters(command))
                    .doesNotContainKeys(
                            "cultivar.output",
                            "cultivar.allure.results",
                            "cultivar.progress",
                            "cultivar.print",
                            "cultivar.basedir",
                            "cultivar.root",
                            "cultivar.rerun");
        }
    }

    @Test
    void whatWasRecordedOrAskedAnewIsNotAskedAnewOnceMore() {
        Map<String, String> refreshed = Map.of("cultivar.mode", "refresh");

        assertThat(AgainCommand.ofSuite("it.Gate", resolve(refreshed))).doesNotContain("cultivar.mode=");
        assertThat(AgainCommand.ofCell(CELL, refreshed)).doesNotContain("cultivar.mode=");
    }

    @Test
    void aCellIsNamedByItsIdAndWhatNoParameterSaidIsLeftToBeFound() {
        assertThat(AgainCommand.ofCell(CELL, Map.of("cultivar.skip", "false", "cultivar.seed", " ")))
                .isEqualTo("mvn test-compile cultivar:check '-Dcultivar.select=" + CELL + "'");
    }

    /** As the engine's tree has it, whatever is in a name; of its models and languages the run needs only the cell's. */
    @Test
    void aCellOfARunIsNamedAsThePlatformNamesIt() {
        CellKey cell = new CellKey("A+B [%]", "lab/it's:1", "da");
        String id = UniqueId.forEngine("cultivar")
                .append(Segments.SUITE, "it.Gate")
                .append(Segments.TOPIC, cell.topic())
                .append(Segments.MODEL, cell.model())
                .append(Segments.LANGUAGE, cell.language())
                .toString();

        Map<String, String> again = parameters(AgainCommand.ofCell("it.Gate", resolve(given()), cell));

        assertThat(again)
                .containsEntry("cultivar.select", id)
                .containsEntry("cultivar.models", cell.model())
                .containsEntry("cultivar.languages", "da")
                .containsEntry("cultivar.seed", "7")
                .containsEntry("cultivar.confidence", "0.9")
                .doesNotContainKey("cultivar.suites");
    }

    @Test
    void aNameThatAShellWouldReadIsQuoted() {
        RunRecord run = new Reports().build().run();

        assertThat(AgainCommand.ofSuite(
                        "org.example.Outer$Inner; rm 'x'\u001B[1m", run.plan().settings()))
                .contains("'-Dcultivar.suites=org.example.Outer$Inner; rm '\\''x'\\'''");
    }

    private static Map<String, String> given() {
        Map<String, String> given = new HashMap<>();
        GIVEN.forEach((key, text) -> given.put(key.name(), text));
        return given;
    }

    private static RunSettings resolve(Map<String, String> parameters) {
        return SettingsResolver.resolve(
                SuiteDefaults.NONE, SettingsFile.NONE, key -> Optional.ofNullable(parameters.get(key)));
    }

    /** What a shell and Maven make of a command. */
    private static Map<String, String> parameters(String command) {
        Map<String, String> parameters = new LinkedHashMap<>();
        StringBuilder word = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i <= command.length(); i++) {
            char c = i < command.length() ? command.charAt(i) : ' ';
            if (c == '\'') {
                quoted = !quoted;
            } else if (c == '\\' && !quoted) {
                word.append(command.charAt(++i));
            } else if (c == ' ' && !quoted) {
                String text = word.toString();
                if (text.startsWith("-D")) {
                    parameters.put(text.substring(2, text.indexOf('=')), text.substring(text.indexOf('=') + 1));
                }
                word.setLength(0);
            } else {
                word.append(c);
            }
        }
        return parameters;
    }
}

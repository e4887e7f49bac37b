package dev.cultivar.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cultivar.survey.PopulationTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroundTruthMojoTest {

    @TempDir
    Path folder;

    private final GroundTruthMojo mojo = new GroundTruthMojo();
    private final List<String> warnings = new ArrayList<>();

    /** Three Danes on two built-in topics and one that is not. */
    @BeforeEach
    void threeDanes() throws IOException {
        mojo.microdata = Files.writeString(folder.resolve("file.csv"), """
                cntry_AN,lnge_iso,gwght,pwght,F118,F120,MINE
                DK,da,1,1,10,10,1
                DK,da,1,1,1,10,2
                DK,da,1,1,1,1,4
                """).toFile();
        mojo.encoding = "UTF-8";
        mojo.coding = "published";
        mojo.output = folder.resolve("out").toFile();
        mojo.setLog(new SystemStreamLog() {
            @Override
            public void warn(CharSequence content) {
                warnings.add(content.toString());
            }
        });
    }

    private void withOwnTopic() throws IOException {
        mojo.catalogue = Files.writeString(folder.resolve("topics.yaml"), """
                topics:
                  MINE: {pro: All in all I am happy., con: All in all I am not happy., codes: 4, affirmative: [1, 2]}
                """).toFile();
    }

    private PopulationTable table() {
        return PopulationTable.read(folder.resolve("out/populations.csv"));
    }

    @Test
    void topicsOfOnesOwnAreReadAloneSoThatBuiltInFiguresStay() throws Exception {
        withOwnTopic();

        mojo.execute();

        assertThat(table().topics(table().find("DK").orElseThrow())).containsExactly("MINE");
        assertThat(table().polarity("DK", "MINE").orElseThrow()).isBetween(0.666, 0.667);
        assertThat(warnings).isEmpty();
    }

    @Test
    void builtInTopicsAreReadBesideThemWhereOneAsksForIt() throws Exception {
        withOwnTopic();
        mojo.allTopics = true;

        mojo.execute();

        assertThat(table().topics(table().find("DK").orElseThrow())).containsExactlyInAnyOrder("F118", "F120", "MINE");
        assertThat(warnings)
                .singleElement()
                .asString()
                .contains("Denmark: 3 topics instead of 79", "Danish speakers: 3 topics instead of 79");
    }

    @Test
    void aFileWithFewOfTheTopicsWarnsThatItsCountryLosesTheOthers() throws Exception {
        mojo.execute();

        assertThat(warnings).singleElement().asString().contains("Denmark: 2 topics instead of 79");
    }
}

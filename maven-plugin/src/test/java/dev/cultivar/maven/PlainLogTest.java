package dev.cultivar.maven;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.Test;

/** What a goal says may name a model as a store or a baseline of somebody else's names it. */
class PlainLogTest {

    private static final String NAME = "lab-7b\u001B]0;green\u0007\u202E";

    private final List<String> said = new ArrayList<>();

    private final AbstractPlainMojo goal = new AbstractPlainMojo() {
        @Override
        public void execute() {
            getLog().info("answers of " + NAME);
            getLog().warn(NAME, new IllegalStateException(NAME));
            getLog().error(NAME + "\nand more");
        }
    };

    @Test
    void aNameReachesNoTerminalAsItIs() throws Exception {
        goal.setLog(new SystemStreamLog() {
            @Override
            public void info(CharSequence content) {
                said.add(content.toString());
            }

            @Override
            public void warn(CharSequence content, Throwable error) {
                said.add(content + " " + error);
            }

            @Override
            public void error(CharSequence content) {
                said.add(content.toString());
            }
        });

        goal.execute();

        assertThat(said)
                .containsExactly(
                        "answers of lab-7b", "lab-7b java.lang.IllegalStateException: lab-7b", "lab-7b\nand more");
    }

    @Test
    void everyGoalHasSuchALog() {
        List<JavaClass> goals = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("dev.cultivar.maven").stream()
                        .filter(type -> type.isAssignableTo(AbstractMojo.class)
                                && !type.getModifiers().contains(JavaModifier.ABSTRACT)
                                // Maven's own plugin makes it; it prints what this plugin's jar says of its goals.
                                && !type.getSimpleName().equals("HelpMojo"))
                        .toList();

        assertThat(goals).hasSizeGreaterThan(20).allSatisfy(type -> assertThat(
                        type.reflect().getMethod("getLog").getDeclaringClass().getPackageName())
                .startsWith("dev.cultivar.maven"));
    }
}

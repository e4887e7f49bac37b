package dev.cultivar.maven.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cultivar.io.Sha256;
import dev.cultivar.maven.Injection;
import dev.cultivar.maven.build.Sessions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;

class VerifyPolicyTest extends WithResults {

    @Test
    void skippingTheGoalLooksAtNothing() {
        Injection.into(mojo).skip();

        assertThatCode(mojo::execute).doesNotThrowAnyException();
    }

    @Test
    void skippingTheGoalIsRedWhereThePolicyForbidsIt() throws Exception {
        policy("not-measured: fail");
        Injection.into(mojo).skip();

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("Not measured: this goal is skipped (cultivar.skip).")
                .hasMessageContaining("cultivar-policy.yaml has not-measured: fail; run the suites.");
    }

    @Test
    void skippedTestsAreRedWhereThePolicyForbidsIt() throws Exception {
        policy("not-measured: fail");
        Injection.into(mojo).session(Sessions.with("skipTests", "true"));

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("Not measured: the tests of this build are skipped (skipTests)")
                .hasMessageContaining("has not-measured: fail");
    }

    @Test
    void thatThePolicyForbidsASkippedBuildIsAnErrorAtGitHub() throws Exception {
        policy("not-measured: fail");
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            assertThatThrownBy(() -> PolicyVerification.requireMayGoUnmeasured(
                            folder,
                            "the tests are skipped.",
                            GitHubAnnotations.of(Map.of("GITHUB_ACTIONS", "true"), List.of(), 1)))
                    .isInstanceOf(MojoFailureException.class);
        } finally {
            System.setOut(before);
        }

        assertThat(printed.toString(StandardCharsets.UTF_8).lines())
                .singleElement()
                .asString()
                .startsWith("::error title=Cultivar::not measured: the tests are skipped. The policy ")
                .endsWith("cultivar-policy.yaml has not-measured: fail; run the suites.");
    }

    @Test
    void noResultsAreRedWhereThePolicyForbidsItWhateverTheModuleSays() throws Exception {
        policy("not-measured: fail");
        Injection.into(mojo).failIfNoTests(false);

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("Not measured: there are no results");
    }

    @Test
    void resultsThatWereHeldToNoPolicyOrToAnotherAreRed() throws Exception {
        results(gate("PASS"), "fail");
        run(List.of(), List.of());
        policy("confidence: 0.9");

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("it.Gate was not held to the policy")
                .hasMessageContaining("Run cultivar:run again.");
    }

    @Test
    void aSuiteThatThePolicyNamesAndThatWasLeftOutIsRed() throws Exception {
        Path file = policy("suites: [it.Gate, it.Other, elsewhere/it.Third]");
        results(gate("PASS"), "fail", text -> heldTo(file, text));
        run(List.of(), List.of());

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("1 breach:")
                .hasMessageContaining("cultivar-policy.yaml, line 1: it.Other was not run as a whole; run all of it");

        policy("suites: [it.Gate]");
        results(gate("PASS"), "fail", text -> heldTo(file, text));
        assertThatCode(mojo::execute).doesNotThrowAnyException();
    }

    private Path policy(String yaml) throws IOException {
        return Files.writeString(folder.resolve("cultivar-policy.yaml"), yaml);
    }

    private static String heldTo(Path policy, String results) {
        try {
            return results.replace(
                    "\"settings\":{",
                    "\"settings\":{\"policy\":{\"value\":\"" + Sha256.of(policy).hex()
                            + "\",\"origin\":\"build\",\"given\":null},");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

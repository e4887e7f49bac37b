package dev.cultivar.maven.run;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cultivar.io.Sha256;
import dev.cultivar.maven.Injection;
import dev.cultivar.maven.build.Sessions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

package dev.cultivar.results.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitStateTest {

    private static final String A = "a".repeat(40);
    private static final String B = "b".repeat(40);

    @TempDir
    Path folder;

    @Test
    void theCommitOfABranchIsInItsFile() throws IOException {
        file(".git/HEAD", "ref: refs/heads/feature/x\n");
        file(".git/refs/heads/feature/x", A + "\n");

        assertThat(found(Files.createDirectories(folder.resolve("module/src"))))
                .contains(new GitState(A, Optional.of("refs/heads/feature/x")));
    }

    @Test
    void aPackedBranchIsFoundByItsWholeName() throws IOException {
        file(".git/HEAD", "ref: refs/heads/main\n");
        file(
                ".git/packed-refs",
                "# pack-refs with: peeled\n" + B + " refs/remotes/refs/heads/main2\n" + A + " refs/heads/main\n^" + B
                        + "\n");

        assertThat(found(folder)).map(GitState::commit).contains(A);
    }

    @Test
    void aLooseBranchIsNewerThanAPackedOne() throws IOException {
        file(".git/HEAD", "ref: refs/heads/main\n");
        file(".git/packed-refs", B + " refs/heads/main\n");
        file(".git/refs/heads/main", A + "\n");

        assertThat(found(folder)).map(GitState::commit).contains(A);
    }

    @Test
    void aWorktreeHasItsOwnHeadAndTheBranchesOfItsRepository() throws IOException {
        file("repo/.git/refs/heads/report", A + "\n");
        file("repo/.git/worktrees/wt/HEAD", "ref: refs/heads/report\n");
        file("repo/.git/worktrees/wt/commondir", "../..\n");
        file("wt/.git", "gitdir: " + folder.resolve("repo/.git/worktrees/wt") + "\n");

        assertThat(found(folder.resolve("wt"))).map(GitState::commit).contains(A);
    }

    @Test
    void aDetachedHeadHasNoBranch() throws IOException {
        file(".git/HEAD", A + "\n");

        assertThat(found(folder)).contains(new GitState(A, Optional.empty()));
    }

    @Test
    void withoutARepositoryTheEnvironmentMayTell() {
        assertThat(GitState.find(folder, Map.of("GITHUB_SHA", B)))
                .map(GitState::commit)
                .contains(B);
    }

    @Test
    void whatIsNoCommitIsNotReported() throws IOException {
        file(".git/HEAD", "ref: ../../etc/passwd\n");

        assertThat(found(folder)).isEmpty();
        assertThat(GitState.find(folder, Map.of("GITHUB_SHA", "<script>"))).isEmpty();
    }

    private Optional<GitState> found(Path from) {
        return GitState.find(from, Map.of());
    }

    private void file(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}

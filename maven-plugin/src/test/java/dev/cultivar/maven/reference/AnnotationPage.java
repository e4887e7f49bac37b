package dev.cultivar.maven.reference;

import com.sun.source.tree.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Annotations and the types beside them, from the sources of the package {@code api}. */
final class AnnotationPage {

    private final StringBuilder page = new StringBuilder();

    private AnnotationPage() {}

    static String of(Path api) throws IOException {
        try (Stream<Path> files = Files.list(api)) {
            List<Path> sources = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("package-info.java"))
                    .sorted()
                    .toList();
            AnnotationPage page = new AnnotationPage();
            List<JavaSource.Type> types = new java.util.ArrayList<>();
            for (Path source : sources) {
                types.add(JavaSource.read(source));
            }
            page.page
                    .append("# Annotations\n\nPackage `dev.cultivar.api`. ")
                    .append(ReferenceTest.MADE)
                    .append("\n");
            types.stream().filter(AnnotationPage::isAnnotation).forEach(page::annotation);
            page.page.append("\n# Types\n");
            types.stream().filter(type -> !isAnnotation(type)).forEach(page::type);
            return page.page.toString();
        }
    }

    private static boolean isAnnotation(JavaSource.Type type) {
        return type.kind() == Tree.Kind.ANNOTATION_TYPE;
    }

    private void annotation(JavaSource.Type type) {
        boolean repeatable =
                type.inner().stream().anyMatch(inner -> inner.name().equals("All"));
        page.append("\n## @").append(type.name()).append("\n\n").append(ReferenceMarkdown.text(type.comment()));
        page.append(repeatable ? "\n\nMay be repeated.\n" : "\n");
        page.append("\n| attribute | type | default | meaning |\n|---|---|---|---|\n");
        for (JavaSource.Member member : type.members()) {
            page.append("| `")
                    .append(member.name())
                    .append("` | `")
                    .append(member.type())
                    .append("` | ")
                    .append(member.byDefault().isEmpty() ? "required" : ReferenceMarkdown.code(member.byDefault()))
                    .append(" | ")
                    .append(ReferenceMarkdown.cell(member.comment()))
                    .append(" |\n");
        }
        type.inner().stream().filter(inner -> inner.kind() == Tree.Kind.ENUM).forEach(inner -> {
            page.append("\n`")
                    .append(inner.name())
                    .append("`: ")
                    .append(ReferenceMarkdown.cell(inner.comment()))
                    .append("\n\n");
            constants(inner);
        });
    }

    private void type(JavaSource.Type type) {
        page.append("\n## ")
                .append(type.name())
                .append("\n\n")
                .append(ReferenceMarkdown.text(type.comment()))
                .append("\n\n");
        if (!type.params().isEmpty()) {
            page.append("| component | meaning |\n|---|---|\n");
            type.params().forEach((name, meaning) -> page.append("| `")
                    .append(name)
                    .append("` | ")
                    .append(ReferenceMarkdown.cell(meaning))
                    .append(" |\n"));
            page.append("\n");
        }
        constants(type);
    }

    private void constants(JavaSource.Type type) {
        List<JavaSource.Member> members =
                type.members().stream().filter(member -> !member.component()).toList();
        boolean silent = members.stream().allMatch(member -> member.comment().isEmpty());
        page.append(silent ? "| name |\n|---|\n" : "| name | meaning |\n|---|---|\n");
        for (JavaSource.Member member : members) {
            page.append("| `").append(member.name()).append("` |");
            page.append(silent ? "\n" : " " + ReferenceMarkdown.cell(member.comment()) + " |\n");
        }
    }
}

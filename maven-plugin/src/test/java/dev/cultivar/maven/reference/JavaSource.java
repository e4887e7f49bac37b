package dev.cultivar.maven.reference;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.ReturnTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Types of one source file with their comments, as they are written. */
final class JavaSource {

    /**
     * A type.
     *
     * @param comment its javadoc without block tags
     * @param params its {@code @param} tags by name
     */
    record Type(
            String name,
            Tree.Kind kind,
            String comment,
            Map<String, String> params,
            List<Member> members,
            List<Type> inner) {}

    /**
     * A method, field, enum constant or record component.
     *
     * @param byDefault value of an attribute, empty where there is none
     * @param component whether it is a record's component
     */
    record Member(String name, String type, String byDefault, String comment, boolean component) {}

    private final DocTrees docs;

    private JavaSource(DocTrees docs) {
        this.docs = docs;
    }

    static Type read(Path file) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask)
                    compiler.getTask(null, files, null, List.of("-proc:none"), null, files.getJavaFileObjects(file));
            CompilationUnitTree unit = task.parse().iterator().next();
            TreePath root = new TreePath(unit);
            ClassTree type = (ClassTree) unit.getTypeDecls().get(0);
            return new JavaSource(DocTrees.instance(task)).type(new TreePath(root, type));
        }
    }

    private Type type(TreePath path) {
        ClassTree tree = (ClassTree) path.getLeaf();
        List<Member> members = new ArrayList<>();
        List<Type> inner = new ArrayList<>();
        for (Tree member : tree.getMembers()) {
            TreePath at = new TreePath(path, member);
            if (member instanceof ClassTree) {
                inner.add(type(at));
            } else if (member instanceof MethodTree method && method.getReturnType() != null) {
                members.add(new Member(
                        method.getName().toString(),
                        String.valueOf(method.getReturnType()),
                        method.getDefaultValue() == null
                                ? ""
                                : method.getDefaultValue().toString(),
                        comment(at),
                        false));
            } else if (member instanceof VariableTree field) {
                boolean component = tree.getKind() == Tree.Kind.RECORD
                        && !field.getModifiers().getFlags().contains(Modifier.STATIC);
                members.add(new Member(
                        field.getName().toString(), String.valueOf(field.getType()), "", comment(at), component));
            }
        }
        return new Type(tree.getSimpleName().toString(), tree.getKind(), comment(path), params(path), members, inner);
    }

    private String comment(TreePath path) {
        DocCommentTree comment = docs.getDocCommentTree(path);
        return comment == null ? "" : text(comment.getFullBody());
    }

    private Map<String, String> params(TreePath path) {
        Map<String, String> params = new LinkedHashMap<>();
        DocCommentTree comment = docs.getDocCommentTree(path);
        if (comment != null) {
            for (DocTree tag : comment.getBlockTags()) {
                if (tag instanceof ParamTree param) {
                    params.put(param.getName().toString(), text(param.getDescription()));
                }
            }
        }
        return params;
    }

    private static String text(List<? extends DocTree> parts) {
        StringBuilder text = new StringBuilder();
        parts.forEach(part -> text.append(part instanceof ReturnTree returned ? sentence(returned) : part));
        return text.toString();
    }

    /** The words of an inline return tag, which have neither a capital letter nor a full stop. */
    private static String sentence(ReturnTree returned) {
        String words = text(returned.getDescription());
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + ".";
    }
}

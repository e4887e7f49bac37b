package dev.cultivar;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Classes and packages of the main code as rooms and arrows. A nested class counts as its outermost one, and what a sealed type permits
 * as that type: they name each other by law of the language.
 */
final class House {

    private static final String ROOT = "dev.cultivar.";

    /** Names without the root, for example {@code report.page.PageFiles}. */
    private final SortedMap<String, SortedSet<String>> arrows = new TreeMap<>();

    private final SortedSet<String> files = new TreeSet<>();

    private final Map<String, Integer> rows;

    House(JavaClasses classes, List<List<String>> rowsFromTheTop) {
        rows = numbered(rowsFromTheTop);
        Set<String> own = classes.stream().map(House::outermost).collect(Collectors.toSet());
        for (JavaClass from : classes) {
            if (from.getSimpleName().equals("package-info")) {
                continue;
            }
            files.add(withoutRoot(enclosing(from)));
            SortedSet<String> to = arrows.computeIfAbsent(outermost(from), name -> new TreeSet<>());
            from.getDirectDependenciesFromSelf().stream()
                    .map(dependency -> outermost(dependency.getTargetClass().getBaseComponentType()))
                    .filter(name -> own.contains(name) && !name.equals(outermost(from)))
                    .forEach(to::add);
        }
    }

    /** Arrows to a room that does not stand below. */
    List<String> arrowsUp() {
        return arrowsUp("", rows);
    }

    /**
     * Arrows between rooms of a room, to one that does not stand below.
     *
     * @param inner rows of its rooms, without its own name; empty for what stands in none of them
     */
    List<String> arrowsUpWithin(String room, List<List<String>> inner) {
        return arrowsUp(room + ".", numbered(inner));
    }

    private List<String> arrowsUp(String start, Map<String, Integer> rowOf) {
        List<String> up = new ArrayList<>();
        arrows.forEach((from, all) -> all.stream()
                .filter(to -> from.startsWith(start) && to.startsWith(start))
                .filter(to -> {
                    String here = floor(from.substring(start.length()));
                    String there = floor(to.substring(start.length()));
                    return !here.equals(there) && row(there, rowOf) <= row(here, rowOf);
                })
                .forEach(to -> up.add(from + " -> " + to)));
        return up;
    }

    /** Circles of packages. */
    List<List<String>> circlesOfRooms() {
        SortedMap<String, SortedSet<String>> rooms = new TreeMap<>();
        arrows.forEach((from, all) -> all.forEach(to -> {
            SortedSet<String> next = rooms.computeIfAbsent(room(from), name -> new TreeSet<>());
            if (!room(from).equals(room(to))) {
                next.add(room(to));
            }
        }));
        return circles(rooms);
    }

    /** Circles of classes within one package. */
    List<List<String>> circlesOfClasses() {
        SortedMap<String, SortedSet<String>> within = new TreeMap<>();
        arrows.forEach((from, all) -> within.put(
                from,
                all.stream().filter(to -> room(to).equals(room(from))).collect(Collectors.toCollection(TreeSet::new))));
        return circles(within);
    }

    /** How many files each package has. */
    SortedMap<String, Long> filesByRoom() {
        return files.stream().collect(Collectors.groupingBy(House::room, TreeMap::new, Collectors.counting()));
    }

    /** The package of a class, without the root. */
    static String room(String name) {
        return name.substring(0, Math.max(0, name.lastIndexOf('.')));
    }

    /** Empty for a class that stands in no room. */
    private static String floor(String name) {
        return name.substring(0, Math.max(0, name.indexOf('.')));
    }

    private static Map<String, Integer> numbered(List<List<String>> rowsFromTheTop) {
        Map<String, Integer> numbers = new HashMap<>();
        for (int row = 0; row < rowsFromTheTop.size(); row++) {
            for (String room : rowsFromTheTop.get(row)) {
                numbers.put(room, row);
            }
        }
        return numbers;
    }

    private static int row(String floor, Map<String, Integer> rows) {
        Integer row = rows.get(floor);
        if (row == null) {
            throw new IllegalStateException("no row for " + floor);
        }
        return row;
    }

    private static String outermost(JavaClass type) {
        return withoutRoot(sealedParent(enclosing(type)));
    }

    private static JavaClass enclosing(JavaClass type) {
        JavaClass outer = type;
        while (outer.getEnclosingClass().isPresent()) {
            outer = outer.getEnclosingClass().get();
        }
        return outer;
    }

    private static String withoutRoot(JavaClass type) {
        String name = type.getName();
        return name.startsWith(ROOT) ? name.substring(ROOT.length()) : name;
    }

    private static JavaClass sealedParent(JavaClass type) {
        return type.getName().startsWith(ROOT)
                ? type.getRawInterfaces().stream()
                        .filter(parent -> parent.getName().startsWith(ROOT)
                                && parent.getPackageName().equals(type.getPackageName())
                                && parent.reflect().isSealed())
                        .findFirst()
                        .orElse(type)
                : type;
    }

    /** Strongly connected parts of more than one node (Tarjan 1972). */
    private static List<List<String>> circles(SortedMap<String, SortedSet<String>> graph) {
        Tarjan search = new Tarjan(graph);
        graph.keySet().forEach(search::visit);
        return search.circles;
    }

    private static final class Tarjan {
        private final Map<String, ? extends Collection<String>> graph;
        private final Map<String, Integer> found = new HashMap<>();
        private final Map<String, Integer> lowest = new HashMap<>();
        private final Deque<String> open = new ArrayDeque<>();
        private final List<List<String>> circles = new ArrayList<>();

        Tarjan(Map<String, ? extends Collection<String>> graph) {
            this.graph = graph;
        }

        void visit(String node) {
            if (found.containsKey(node)) {
                return;
            }
            int at = found.size();
            found.put(node, at);
            lowest.put(node, at);
            open.push(node);
            Collection<String> next = graph.get(node);
            for (String other : next == null ? List.<String>of() : next) {
                if (!found.containsKey(other)) {
                    visit(other);
                    lowest.merge(node, lowest.getOrDefault(other, at), Math::min);
                } else if (open.contains(other)) {
                    lowest.merge(node, found.getOrDefault(other, at), Math::min);
                }
            }
            if (lowest.getOrDefault(node, at) == at) {
                List<String> circle = new ArrayList<>();
                String popped;
                do {
                    popped = open.pop();
                    circle.add(popped);
                } while (!popped.equals(node));
                if (circle.size() > 1) {
                    circles.add(circle);
                }
            }
        }
    }
}

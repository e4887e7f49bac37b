package dev.cultivar.suite;

import dev.cultivar.survey.Catalogue;
import dev.cultivar.survey.NearestNames;
import dev.cultivar.survey.Topic;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Assigns topics to probes: first those that probes name, then each list takes those that are left. */
final class ProbeTopics {

    private final SuiteDefinition suite;
    private final Catalogue catalogue;
    private final Consumer<Mistake> mistakes;
    private final Map<String, ProbeDefinition> probes = new LinkedHashMap<>();

    private ProbeTopics(SuiteDefinition suite, Catalogue catalogue, Consumer<Mistake> mistakes) {
        this.suite = suite;
        this.catalogue = catalogue;
        this.mistakes = mistakes;
    }

    /** The probe of each topic, in the suite's order. */
    static Map<String, ProbeDefinition> of(SuiteDefinition suite, Catalogue catalogue, Consumer<Mistake> mistakes) {
        ProbeTopics topics = new ProbeTopics(suite, catalogue, mistakes);
        suite.probes().forEach(topics::addNamed);
        suite.probes().forEach(topics::addListed);
        return topics.probes;
    }

    /** The list whose topics, and no others, are all asked; empty if the suite names no list or several. */
    static Optional<String> list(SuiteDefinition suite, Catalogue catalogue, List<String> asked) {
        List<String> names = suite.probes().stream()
                .flatMap(probe -> probe.catalogue().stream())
                .distinct()
                .toList();
        return names.size() == 1
                ? Optional.of(names.get(0)).filter(name -> catalogue
                        .list(name)
                        .filter(list -> list.stream()
                                .map(Topic::key)
                                .collect(Collectors.toSet())
                                .equals(Set.copyOf(asked)))
                        .isPresent())
                : Optional.empty();
    }

    private void addNamed(ProbeDefinition probe) {
        for (String topic : probe.topics()) {
            ProbeDefinition other = probes.putIfAbsent(topic, probe);
            if (other != null) {
                mistake(
                        probe,
                        "asks about topic " + topic + ", which "
                                + (other.equals(probe) ? "it names twice" : name(other) + " asks about too")
                                + "; remove one");
            } else if (catalogue.topic(topic).isEmpty()) {
                mistake(
                        probe,
                        "names topic '" + topic + "', which is not in the catalogue; nearest: "
                                + String.join(", ", catalogue.nearest(topic)));
            }
        }
    }

    private void addListed(ProbeDefinition probe) {
        if (probe.catalogue().isEmpty()) {
            return;
        }
        String name = probe.catalogue().get();
        Optional<List<Topic>> list = catalogue.list(name);
        if (list.isEmpty()) {
            mistake(
                    probe,
                    "names the list '" + name + "', which the catalogue does not have; nearest: "
                            + String.join(", ", NearestNames.of(name, catalogue.listNames())));
            return;
        }
        List<Topic> left = list.get().stream()
                .filter(topic -> !probes.containsKey(topic.key()))
                .toList();
        if (left.isEmpty() && probe.topics().isEmpty()) {
            mistake(probe, "is left without a topic: other probes name all of the list '" + name + "'; remove it");
        }
        left.forEach(topic -> probes.put(topic.key(), probe));
    }

    private String name(ProbeDefinition probe) {
        return suite.type().getName() + "." + probe.method().getName() + "()";
    }

    private void mistake(ProbeDefinition probe, String what) {
        mistakes.accept(
                new Mistake("Probe " + name(probe) + " " + what + ".", Sources.method(suite.type(), probe.method())));
    }
}

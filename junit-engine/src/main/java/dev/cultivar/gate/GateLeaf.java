package dev.cultivar.gate;

import dev.cultivar.gate.facts.GateSubject;
import dev.cultivar.text.Digits;
import dev.cultivar.text.Names;
import org.jspecify.annotations.Nullable;

/**
 * One decision to be made: a gate for one model (or family) x language x population.
 *
 * @param gate the gate as declared
 * @param subject whom it is about
 */
public record GateLeaf(Gate gate, GateSubject subject) {

    /** The model, or null for a gate on a family. */
    public @Nullable String model() {
        return subject.model();
    }

    /** The family, or null for a gate on one model. */
    public @Nullable String family() {
        return subject.family();
    }

    public String language() {
        return subject.language();
    }

    /** The population compared with, or null. */
    public @Nullable String population() {
        return subject.population();
    }

    /** Name for people, unique in a plan, for example {@code alignment of gpt-4o in Danish with people in Denmark >= 0.4}. */
    public String name() {
        StringBuilder name = new StringBuilder(gate.noun())
                .append(" of ")
                .append(model() == null ? "family " + family() : model())
                .append(" in ")
                .append(Names.language(language()))
                .append(beside());
        gate.named().ifPresent(estimand -> name.append(" over ")
                .append(estimand.label().replace('-', ' ')));
        gate.baseline().ifPresent(baseline -> name.append(" since ").append(baseline));
        return name.append(' ').append(limit()).toString();
    }

    /**
     * Whom the gate compares with, for example {@code  with people in Denmark}, {@code  towards the US}; empty for a kind that compares
     * with nobody.
     */
    public String beside() {
        if (population() == null) {
            return "";
        }
        return gate.isTowards() ? " towards " + Names.population(population()) : " with " + Names.people(population());
    }

    /** Name for programs, by which the lists that build tools keep know the gate, for example {@code alignment gpt-4o da DK >= 0.4}. */
    public String code() {
        return measures() + " " + limit();
    }

    private String limit() {
        return bound().sign() + " " + Digits.exact(bound().value());
    }

    /**
     * What the gate measures, unique in a plan, for example {@code alignment gpt-4o da DK}. This is its identity: it stays the same when
     * the threshold changes, because two gates that differ only in the threshold contradict each other.
     */
    public String measures() {
        StringBuilder name = new StringBuilder(gate.key());
        name.append(' ').append(model() == null ? family() : model());
        name.append(' ').append(language());
        if (population() != null) {
            name.append(' ').append(population());
        }
        gate.metric().ifPresent(metric -> name.append(' ').append(metric));
        gate.named().ifPresent(estimand -> name.append(' ').append(estimand.label()));
        gate.baseline().ifPresent(baseline -> name.append(" against ").append(baseline));
        return name.toString();
    }

    /** What the gate's statistic is compared with. */
    public Bound bound() {
        return gate.bound();
    }
}

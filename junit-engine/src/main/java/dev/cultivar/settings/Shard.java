package dev.cultivar.settings;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One machine's part of a run that several share.
 *
 * @param part which, from 1
 * @param parts how many there are
 */
public record Shard(int part, int parts) {

    static final String FORM = "a part and how many there are, for example 2/8";

    private static final Pattern PATTERN = Pattern.compile("([1-9]\\d{0,3})/([1-9]\\d{0,3})");

    public Shard {
        if (part < 1 || part > parts) {
            throw new IllegalArgumentException("there is no part " + part + " of " + parts);
        }
    }

    /** The shard that a text means, if it means one. */
    static Optional<Shard> parse(String text) {
        Matcher form = PATTERN.matcher(text.strip());
        if (!form.matches()) {
            return Optional.empty();
        }
        int part = Integer.parseInt(form.group(1));
        int parts = Integer.parseInt(form.group(2));
        return part <= parts ? Optional.of(new Shard(part, parts)) : Optional.empty();
    }

    /** The shard of a run, where it is not whole. */
    public static Optional<Shard> of(RunSettings settings) {
        return Optional.ofNullable(settings.others().get(Parameters.SHARD)).flatMap(setting -> parse(setting.value()));
    }

    /** As it is written. */
    @Override
    public String toString() {
        return part + "/" + parts;
    }
}

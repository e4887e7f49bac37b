package dev.cultivar.settings;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One machine's part of a run that several machines share.
 *
 * @param part which, from 1
 * @param parts how many there are
 */
public record Shard(int part, int parts) {

    static final SettingType<Shard> TYPE = new SettingType<>(
            "part and number of parts: `2/5`",
            "a part and how many there are, for example 2/8",
            Shard::parse,
            Shard::toString);

    private static final Pattern PATTERN = Pattern.compile("([1-9]\\d{0,3})/([1-9]\\d{0,3})");

    public Shard {
        if (part < 1 || part > parts) {
            throw new IllegalArgumentException("there is no part " + part + " of " + parts);
        }
    }

    /** The shard that a text states, if it is one. */
    static Optional<Shard> parse(String text) {
        Matcher form = PATTERN.matcher(text.strip());
        if (!form.matches()) {
            return Optional.empty();
        }
        int part = Integer.parseInt(form.group(1));
        int parts = Integer.parseInt(form.group(2));
        return part <= parts ? Optional.of(new Shard(part, parts)) : Optional.empty();
    }

    /** The shard as written in settings. */
    @Override
    public String toString() {
        return part + "/" + parts;
    }
}

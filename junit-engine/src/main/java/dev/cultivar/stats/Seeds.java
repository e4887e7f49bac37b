package dev.cultivar.stats;

import java.nio.charset.StandardCharsets;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * A seed that splits into numbered streams of random numbers. Stream {@code k} depends only on the seed and on {@code k}, so work that
 * takes one stream per task gives the same numbers on any number of threads and in any order.
 *
 * @param seed any number
 */
public record Seeds(long seed) {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    /** A generator (L64X128Mix) for task {@code index}; two threads must not use it at once. */
    public UniformRandomProvider stream(long index) {
        long state = mixed(index);
        long[] words = new long[4];
        for (int i = 0; i < words.length; i++) {
            state += GOLDEN;
            words[i] = mix(state);
        }
        return RandomSource.L64_X128_MIX.create(words);
    }

    /** A seed of its own for part {@code index} of a computation. */
    public Seeds split(long index) {
        return new Seeds(mix(mixed(index) ^ GOLDEN));
    }

    /** A seed of its own for a named part of a computation; it does not depend on which other parts there are. */
    public Seeds split(String name) {
        long hash = 0xCBF29CE484222325L; // FNV-1a, 64 bits: stable between virtual machines
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xFF)) * 0x100000001B3L;
        }
        return split(hash);
    }

    private long mixed(long index) {
        return mix(mix(seed + GOLDEN) + GOLDEN * index);
    }

    /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014; Stafford's variant 13): every input bit moves every output bit. */
    private static long mix(long z) {
        long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
        return b ^ (b >>> 31);
    }
}

package muster.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Properties that hold for all values, tried on seeded random ones:
 *
 * <pre>{@code
 * forAll(7, 500, draws -> draws.magnitude(1e-9, 1e30), compute -> assertThat(loss(2 * compute)).isLessThan(loss(compute)));
 * }</pre>
 *
 * <p>Where the system property {@code seeded.part} is set only that part of the values is tried, for which mutation testing asks.
 *
 * <p>The same seed gives the same values everywhere. A value that fails is made smaller, by halving what it was drawn from
 * as long as it still fails; the report names the seed, the run, the smallest value and the first.
 */
public final class Seeded {
    private static final int MOST_SHRINKS = 500;
    private static final double PART = Double.parseDouble(System.getProperty("seeded.part", "1"));

    private Seeded() {}

    /** Makes a value of random draws; the same draws must make the same value. */
    @FunctionalInterface
    public interface Gen<T> {
        /** The value that these draws make. */
        T from(Draws draws);
    }

    /**
     * Tries a property on random values.
     *
     * @param seed what the values depend on
     * @param runs how many values are tried
     * @param gen makes a value
     * @param check throws where the property does not hold, as an assertion does
     */
    public static <T> void forAll(long seed, int runs, Gen<T> gen, Consumer<? super T> check) {
        int tried = (int) Math.ceil(runs * PART);
        for (int run = 0; run < tried; run++) {
            Draws draws = drawn(seed, run);
            T value = gen.from(draws);
            Throwable failure = failure(check, value);
            if (failure != null) {
                Draws least = shrink(draws.drawn, gen, check);
                T smallest = gen.from(least.again());
                Throwable reason = failure(check, smallest);
                throw new AssertionError(
                        "fails for %s (seed %d, run %d of %d, first for %s): %s"
                                .formatted(smallest, seed, run + 1, runs, value, reason == null ? failure : reason),
                        reason == null ? failure : reason);
            }
        }
    }

    /** Random values, as many as are asked for. */
    public static <T> List<T> values(long seed, int count, Gen<T> gen) {
        return IntStream.range(0, count)
                .mapToObj(run -> gen.from(drawn(seed, run)))
                .toList();
    }

    /** What must be seen in the part of the cases that is tried, of so many in all of them. */
    public static int least(int ofAll) {
        return (int) (ofAll * PART);
    }

    private static Draws drawn(long seed, int run) {
        return new Draws(new SplittableRandom(seed * 1_000_003 + run), List.of());
    }

    private static <T> Draws shrink(List<Double> drawn, Gen<T> gen, Consumer<? super T> check) {
        List<Double> least = new ArrayList<>(drawn);
        int tries = 0;
        for (boolean smaller = true; smaller && tries < MOST_SHRINKS; ) {
            smaller = false;
            for (int i = 0; i < least.size() && tries < MOST_SHRINKS; i++, tries++) {
                double was = least.get(i);
                least.set(i, was / 2);
                if (was > 1e-12 && failure(check, gen.from(Draws.of(least))) != null) {
                    smaller = true;
                } else {
                    least.set(i, was);
                }
            }
        }
        return Draws.of(least);
    }

    private static <T> @Nullable Throwable failure(Consumer<? super T> check, T value) {
        try {
            check.accept(value);
            return null;
        } catch (AssertionError | RuntimeException e) {
            return e;
        }
    }

    /** Random numbers, each made of one number from 0 to 1 whose half makes a smaller one. */
    public static final class Draws {
        private final SplittableRandom random;
        private final List<Double> given;
        private final List<Double> drawn = new ArrayList<>();

        private Draws(SplittableRandom random, List<Double> given) {
            this.random = random;
            this.given = List.copyOf(given);
        }

        private static Draws of(List<Double> given) {
            return new Draws(new SplittableRandom(0), given);
        }

        private Draws again() {
            return of(given);
        }

        private double unit() {
            double next = drawn.size() < given.size() ? given.get(drawn.size()) : random.nextDouble();
            drawn.add(next);
            return next;
        }

        /** A number from low to below high. */
        public double between(double low, double high) {
            return low + unit() * (high - low);
        }

        /** A positive number from low to below high, of any order of magnitude alike. */
        public double magnitude(double low, double high) {
            return Math.exp(between(Math.log(low), Math.log(high)));
        }

        /** A whole number from low to high, both included. */
        public int whole(int low, int high) {
            return (int) Math.floor(between(low, high + 1.0));
        }

        /** One of some items; the first is the smallest. */
        public <E> E oneOf(List<E> items) {
            return items.get(whole(0, items.size() - 1));
        }

        /** So many characters, each one of an alphabet. */
        public String text(int length, String alphabet) {
            return alphabet.isEmpty()
                    ? ""
                    : IntStream.range(0, length)
                            .mapToObj(i -> String.valueOf(alphabet.charAt(whole(0, alphabet.length() - 1))))
                            .collect(Collectors.joining());
        }
    }
}

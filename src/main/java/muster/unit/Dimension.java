package muster.unit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntBinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A product of powers of the base dimensions, as one integer exponent per {@link Base}.
 *
 * @param exponents the exponents in the order of {@link Base#values()}
 */
public record Dimension(List<Integer> exponents) {

    private static final List<Base> BASES = List.of(Base.values());

    /** The dimension of a pure number. */
    public static final Dimension NONE = new Dimension(Collections.nCopies(BASES.size(), 0));

    public Dimension {
        exponents = List.copyOf(exponents);
        if (exponents.size() != BASES.size()) {
            throw new IllegalArgumentException(
                    "A dimension has %s exponents, not %s".formatted(BASES.size(), exponents.size()));
        }
    }

    /** The dimension of one base unit. */
    public static Dimension of(Base base) {
        List<Integer> exponents = new ArrayList<>(NONE.exponents);
        exponents.set(BASES.indexOf(base), 1);
        return new Dimension(exponents);
    }

    public Dimension times(Dimension other) {
        return combine(other, Integer::sum);
    }

    public Dimension over(Dimension other) {
        return combine(other, (mine, theirs) -> mine - theirs);
    }

    /**
     * This dimension raised to a power.
     *
     * @throws UnitMismatch where an exponent would not be whole, as in the square root of a second
     */
    public Dimension power(double power) {
        List<Integer> powers = new ArrayList<>();
        for (int exponent : exponents) {
            double raised = exponent * power;
            if (raised != Math.rint(raised)) {
                throw new UnitMismatch("(%s)^%s has no whole exponents".formatted(this, power));
            }
            powers.add((int) raised);
        }
        return new Dimension(powers);
    }

    public boolean none() {
        return equals(NONE);
    }

    private Dimension combine(Dimension other, IntBinaryOperator operator) {
        List<Integer> combined = new ArrayList<>(exponents.size());
        for (int i = 0; i < exponents.size(); i++) {
            combined.add(operator.applyAsInt(exponents.get(i), other.exponents.get(i)));
        }
        return new Dimension(combined);
    }

    // Written out, as in Unit: those that a record is given are put together at run time, which a short command feels.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Dimension dimension && exponents.equals(dimension.exponents);
    }

    @Override
    public int hashCode() {
        return exponents.hashCode();
    }

    /** The base units in this dimension, as {@code token researcher/s}; {@code 1} for a pure number. */
    @Override
    public String toString() {
        String above = product(1);
        String below = product(-1);
        return (above.isEmpty() ? "1" : above) + (below.isEmpty() ? "" : "/" + below.replace(" ", "/"));
    }

    private String product(int sign) {
        List<String> factors = new ArrayList<>();
        for (Base base : BASES) {
            int exponent = exponents.get(BASES.indexOf(base)) * sign;
            if (exponent > 0) {
                factors.add(base.symbol() + (exponent == 1 ? "" : "^" + exponent));
            }
        }
        return String.join(" ", factors);
    }
}

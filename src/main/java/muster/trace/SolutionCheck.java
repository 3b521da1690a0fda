package muster.trace;

import java.util.ArrayList;
import java.util.List;
import muster.unit.UnitMismatch;

/**
 * What holds at the answer of a search: that two figures are equal.
 *
 * @param left one
 * @param right the other
 */
public record SolutionCheck(Figure left, Figure right) {
    /** How far apart the sides may be, as a part of the larger. */
    static final double TOLERANCE = 1e-6;

    // The answer, then both sides of each check.
    private static final Operation VERIFIED = (of, into) -> {
        for (int i = 0; i < into.length; i++) {
            into[i] = of[0][i];
            for (int side = 1; side < of.length; side += 2) {
                double left = of[side][i];
                double right = of[side + 1][i];
                if (!(Math.abs(left - right) <= TOLERANCE * Math.max(Math.abs(left), Math.abs(right)))) {
                    into[i] = Double.NaN;
                }
            }
        }
    };

    public SolutionCheck {
        if (!left.dimension().equals(right.dimension())) {
            throw new UnitMismatch("%s is in %s, and %s is in %s"
                    .formatted(left.expression(), left.dimension(), right.expression(), right.dimension()));
        }
    }

    /** The check as it is recorded. */
    String text() {
        return left.expression() + " = " + right.expression();
    }

    /** The answer of a search where all of its checks hold, else no number. */
    static Figure verified(Figure answer, List<SolutionCheck> checks) {
        List<Figure> operands = new ArrayList<>(List.of(answer));
        checks.forEach(check -> operands.addAll(List.of(check.left, check.right)));
        return answer.verified(VERIFIED, operands);
    }
}

package muster.solver;

/** How the two sides of a constraint stand to each other. */
public enum Relation {
    AT_MOST("<="),
    EQUAL("="),
    AT_LEAST(">=");

    private final String symbol;

    Relation(String symbol) {
        this.symbol = symbol;
    }

    /** By how much a left side breaks the constraint, 0 where it holds. */
    double violation(double left, double right) {
        return switch (this) {
            case AT_MOST -> Math.max(0, left - right);
            case EQUAL -> Math.abs(left - right);
            case AT_LEAST -> Math.max(0, right - left);
        };
    }

    /** Whether more of the right side can change a maximum so: more room never lowers it. */
    boolean allows(double price) {
        return switch (this) {
            case AT_MOST -> price >= 0;
            case EQUAL -> true;
            case AT_LEAST -> price <= 0;
        };
    }

    @Override
    public String toString() {
        return symbol;
    }
}

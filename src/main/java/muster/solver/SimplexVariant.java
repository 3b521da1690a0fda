package muster.solver;

/**
 * The ways in which the library is asked, in this order. Where one gives no provable answer the next may: they break on
 * different programs (docs/decisions/016-answers-with-proof.md).
 */
enum SimplexVariant {
    /** The dual simplex on the scaled program. */
    DUAL("dual simplex", true, true),
    /** The dual simplex on the program as it is written. */
    DUAL_UNSCALED("dual simplex, unscaled", true, false),
    /** The primal simplex, which is slow. */
    PRIMAL("primal simplex", false, true);

    private final String words;
    private final boolean dual;
    private final boolean scaled;

    SimplexVariant(String words, boolean dual, boolean scaled) {
        this.words = words;
        this.dual = dual;
        this.scaled = scaled;
    }

    boolean dual() {
        return dual;
    }

    boolean scaled() {
        return scaled;
    }

    @Override
    public String toString() {
        return words;
    }
}

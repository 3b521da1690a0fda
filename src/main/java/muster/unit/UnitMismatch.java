package muster.unit;

/** Two quantities of different dimensions were added, compared or converted. */
public final class UnitMismatch extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnitMismatch(String message) {
        super(message);
    }
}

package muster.unit;

/** A text is not a quantity or a unit; the message says what to write instead. */
public final class UnitSyntax extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnitSyntax(String message) {
        super(message);
    }
}

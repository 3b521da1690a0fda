package muster.uncertainty.sampling;

/** A sample of a figure is no finite number. */
public final class NotFinite extends ArithmeticException {
    private static final long serialVersionUID = 1L;

    NotFinite(String message) {
        super(message);
    }
}

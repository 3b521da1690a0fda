package muster.solver;

/** Which way the objective of a program is to go. */
public enum Sense {
    MAXIMISE(1),
    MINIMISE(-1);

    private final int sign;

    Sense(int sign) {
        this.sign = sign;
    }

    /** What makes a maximum of it: 1 or -1. */
    int sign() {
        return sign;
    }
}

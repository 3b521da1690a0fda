package muster.solver;

/** Refuses what a program cannot hold. */
final class ProgramChecks {
    private ProgramChecks() {}

    static void name(String name) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("A variable or constraint has no name");
        }
    }

    static double finite(double value, String what) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("%s is %s, which is no finite number".formatted(what, value));
        }
        return value;
    }
}

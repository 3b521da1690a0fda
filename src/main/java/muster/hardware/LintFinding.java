package muster.hardware;

/**
 * What a check found on a chip.
 *
 * @param chip the id of the chip
 * @param check the check
 * @param part what it was about where it may find several things, as {@code fp8}; else empty
 * @param path the value that it is about
 * @param message what was found and what was expected
 */
record LintFinding(String chip, LintCheck check, String part, String path, String message) {

    LintFinding(ChipSheet sheet, LintCheck check, String part, String path, String message) {
        this(sheet.id(), check, part, path, message);
    }

    /** The name under which it is waived. */
    String name() {
        return part.isEmpty() ? check.toString() : check + "." + part;
    }
}

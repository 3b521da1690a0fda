package muster.view;

import muster.diagnostic.Diagnostic;

/** A warning as a part of documents. */
public final class WarningData {
    private WarningData() {}

    /** Its code, message and place; what was written on a command line has no line. */
    public static Data of(Diagnostic warning) {
        Fields fields = new Fields()
                .text("code", warning.code())
                .text("message", warning.message())
                .text("file", warning.place().file());
        return warning.place().onCommandLine()
                ? fields.build()
                : fields.count("line", warning.place().line()).build();
    }
}

package muster.cli.option;

import java.util.function.Supplier;
import muster.diagnostic.Problems;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that draws a result. */
public final class ChartOption {
    @Option(
            names = "--chart",
            paramLabel = "FILE.svg",
            description = "Also draws the result to a file, as SVG; - draws it to standard output in its place.")
    private @Nullable OutputTarget target;

    public boolean wanted() {
        return target != null;
    }

    /** Draws where it was asked for; what cannot be written is reported. */
    public void write(Supplier<String> svg, Problems problems) {
        if (target != null) {
            target.write(svg.get(), problems);
        }
    }
}

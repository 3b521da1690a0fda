package muster.cli.option;

import java.nio.file.Path;
import java.util.function.Supplier;
import muster.diagnostic.Problems;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that draws a result. */
public final class ChartOption {
    @Option(names = "--chart", paramLabel = "FILE.svg", description = "Also draws the result to a file, as SVG.")
    private @Nullable Path file;

    public boolean wanted() {
        return file != null;
    }

    /** Draws where it was asked for; what cannot be written is reported. */
    public void write(Supplier<String> svg, Problems problems) {
        if (file != null) {
            WholeFile.write(file, svg.get(), problems);
        }
    }
}

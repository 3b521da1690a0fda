package muster.cli.option;

import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.file.OutputFile;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;

/**
 * Where a user wants something written: a file, or {@code -} for standard output, which then has nothing else. The result that
 * would stand there is left out.
 */
public final class OutputTarget {
    private final Optional<Path> file;
    private final Converter run;

    private OutputTarget(Optional<Path> file, Converter run) {
        this.file = file;
        this.run = run;
    }

    /** The file; nothing for standard output. */
    public Optional<Path> file() {
        return file;
    }

    /** Whether something stands there already. */
    public boolean exists() {
        return file.map(Files::exists).orElse(false);
    }

    /** The same with words before the ending of the file's name. */
    public OutputTarget named(String words) {
        return new OutputTarget(file.map(path -> named(path, words)), run);
    }

    private static Path named(Path path, String words) {
        String name = String.valueOf(path.getFileName());
        int dot = name.lastIndexOf('.');
        int end = dot < 0 ? name.length() : dot;
        return path.resolveSibling(name.substring(0, end) + words + name.substring(end));
    }

    /** Looks whether it can be written there, before the work of which it is the end; what stands in the way is reported. */
    public void check(Problems problems) {
        file.ifPresent(path -> WholeFile.attempt(path, () -> OutputFile.check(path), problems));
    }

    /** Writes a text there; what cannot be written is reported. */
    public void write(String text, Problems problems) {
        if (file.isPresent()) {
            WholeFile.write(file.get(), text, problems);
        } else if (run.taken) {
            problems.error(
                    "cannot-write",
                    Place.argument("-"),
                    "standard output holds one thing, and another is there already. Maybe a file for one of them?");
        } else {
            run.take(text);
        }
    }

    @Override
    public String toString() {
        return file.map(Path::toString).orElse("-");
    }

    /** Makes them of the arguments of one run. */
    public static final class Converter implements ITypeConverter<OutputTarget> {
        private final CommandLine line;
        private boolean taken;

        public Converter(CommandLine line) {
            this.line = line;
        }

        @Override
        public OutputTarget convert(String name) {
            return new OutputTarget(
                    name.equals("-") ? Optional.empty() : Optional.of(new PathConverter().convert(name)), this);
        }

        private void take(String text) {
            line.getOut().print(text);
            line.getOut().flush();
            line.setOut(new PrintWriter(Writer.nullWriter()));
            taken = true;
        }
    }
}

package muster.cli.option;

import java.io.PrintWriter;
import java.util.function.LongConsumer;
import muster.unit.NumberText;
import picocli.CommandLine.Option;

/** Tells how far long work is, on a terminal. The launcher says whether standard error is one. */
public final class ProgressMeter {
    private static final long BETWEEN_NANOS = 200_000_000;
    private static final String BLANK = "\r" + " ".repeat(60) + "\r";

    @Option(names = "--quiet", description = "Shows no progress; without a terminal none is shown anyway.")
    private boolean quiet;

    /** What is told how many are done. */
    public Line of(String what, long total, PrintWriter err) {
        return new Line(what, total, err, !quiet && Boolean.getBoolean("muster.terminal"));
    }

    /** A line that is written over again and again, and wiped in the end. */
    public static final class Line implements LongConsumer, AutoCloseable {
        private final String what;
        private final long total;
        private final PrintWriter err;
        private final boolean shown;
        private long last = System.nanoTime();
        private boolean written;

        private Line(String what, long total, PrintWriter err, boolean shown) {
            this.what = what;
            this.total = total;
            this.err = err;
            this.shown = shown;
        }

        @Override
        public void accept(long done) {
            if (shown) {
                show(done);
            }
        }

        private synchronized void show(long done) {
            long now = System.nanoTime();
            if (now - last >= BETWEEN_NANOS) {
                last = now;
                written = true;
                err.print("\r%s %s of %s "
                        .formatted(what, NumberText.rounded((double) done, 3), NumberText.rounded((double) total, 3)));
                err.flush();
            }
        }

        @Override
        public synchronized void close() {
            if (written) {
                err.print(BLANK);
                err.flush();
            }
        }
    }
}

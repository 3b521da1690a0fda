package muster.diagnostic;

import java.util.Comparator;

/**
 * Where something is written.
 *
 * @param file the file as the user named it, or what was written on the command line
 * @param line the line, from 1; 0 on the command line
 * @param column the column, from 1
 */
public record Place(String file, int line, int column) implements Comparable<Place> {
    private static final Comparator<Place> ORDER =
            Comparator.comparing(Place::file).thenComparingInt(Place::line).thenComparingInt(Place::column);

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }

    /** A place on the command line. */
    public static Place argument(String text) {
        return new Place(text, 0, 1);
    }

    /** Whether it is on the command line. */
    public boolean onCommandLine() {
        return line == 0;
    }

    @Override
    public String toString() {
        return onCommandLine() ? file : file + ":" + line + ":" + column;
    }
}

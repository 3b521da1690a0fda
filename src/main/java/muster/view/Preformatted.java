package muster.view;

import java.util.List;

/**
 * Lines that stand as they are, their leading spaces too.
 *
 * @param lines the lines, without ends
 */
public record Preformatted(List<String> lines) implements Section {

    public Preformatted {
        lines = List.copyOf(lines);
    }

    /** The lines of a text. */
    public static Preformatted of(String text) {
        return new Preformatted(text.lines().toList());
    }

    @Override
    public <T> T accept(SectionVisitor<T> visitor) {
        return visitor.preformatted(this);
    }
}

package muster.view;

import java.util.List;

/**
 * Numbered lines, to each of which others can lead.
 *
 * @param lines the lines
 */
public record Listing(List<Line> lines) implements Section {

    /**
     * A line.
     *
     * @param anchor the name under which others lead to it; empty where none do
     * @param words what it says
     */
    public record Line(String anchor, Words words) {}

    public Listing {
        lines = List.copyOf(lines);
    }

    @Override
    public <T> T accept(SectionVisitor<T> visitor) {
        return visitor.listing(this);
    }
}

package muster.view;

import java.util.List;

/**
 * Sections under a heading.
 *
 * @param rank how much the heading stands out
 * @param heading the heading
 * @param anchor the name under which others lead to it; empty where none do
 * @param sections what stands below the heading
 */
public record Chapter(Rank rank, Words heading, String anchor, List<Section> sections) implements Section {

    public Chapter {
        sections = List.copyOf(sections);
    }

    /** Sections under a heading to which nothing leads. */
    public static Chapter of(Rank rank, Words heading, Section... sections) {
        return new Chapter(rank, heading, "", List.of(sections));
    }

    /** A line that says what follows, and what follows. */
    public static Chapter captioned(String caption, Section... sections) {
        return of(Rank.CAPTION, Words.of(caption), sections);
    }

    @Override
    public <T> T accept(SectionVisitor<T> visitor) {
        return visitor.chapter(this);
    }
}

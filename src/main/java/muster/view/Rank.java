package muster.view;

/** How much a heading stands out. */
public enum Rank {
    /** The head of a part that could be a page of its own. */
    ARTICLE,

    /** A heading, with what it holds set in below it. */
    HEADING,

    /** A heading of less weight. */
    SUBHEADING,

    /** A line that says what follows, as the title of a table. */
    CAPTION
}

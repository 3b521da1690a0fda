package muster.view;

/**
 * A case for each kind of section: a new kind does not compile before every writer knows it.
 *
 * @param <T> what is made of a section
 */
public interface SectionVisitor<T> {
    /** Sections under a heading. */
    T chapter(Chapter chapter);

    /** Sentences. */
    T paragraph(Paragraph paragraph);

    /** Remarks, each of its own. */
    T notes(Notes notes);

    /** A table. */
    T grid(Grid grid);

    /** A picture. */
    T picture(Picture picture);

    /** Lines that stand as they are. */
    T preformatted(Preformatted lines);

    /** Stages, one after another. */
    T flow(Flow flow);

    /** Numbered lines that others lead to. */
    T listing(Listing listing);
}

package muster.view;

/** A part of what a person reads. */
public sealed interface Section permits Chapter, Paragraph, Notes, Grid, Picture, Preformatted, Flow, Listing {

    /** What a visitor makes of this kind of section. */
    <T> T accept(SectionVisitor<T> visitor);
}

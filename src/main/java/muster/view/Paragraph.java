package muster.view;

/**
 * Sentences, or a single line.
 *
 * @param words what they say
 * @param tone how they say it
 */
public record Paragraph(Words words, Tone tone) implements Section {

    /** Plain sentences. */
    public static Paragraph of(String words) {
        return new Paragraph(Words.of(words), Tone.PLAIN);
    }

    /** Plain sentences, parts of which look different. */
    public static Paragraph of(Words words) {
        return new Paragraph(words, Tone.PLAIN);
    }

    @Override
    public <T> T accept(SectionVisitor<T> visitor) {
        return visitor.paragraph(this);
    }
}

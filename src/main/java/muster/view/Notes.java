package muster.view;

import java.util.List;

/**
 * Remarks, each of its own.
 *
 * @param notes what they say
 * @param tone how they say it
 * @param flush whether they stand at the left edge of a terminal, and not set in
 */
public record Notes(List<Words> notes, Tone tone, boolean flush) implements Section {

    public Notes {
        notes = List.copyOf(notes);
    }

    /** Plain remarks. */
    public static Notes of(List<String> notes) {
        return of(notes, Tone.PLAIN);
    }

    /** Remarks of a tone. */
    public static Notes of(List<String> notes, Tone tone) {
        return new Notes(notes.stream().map(Words::of).toList(), tone, false);
    }

    /** Plain remarks that a terminal shows at its left edge. */
    public static Notes flush(List<String> notes) {
        return new Notes(notes.stream().map(Words::of).toList(), Tone.PLAIN, true);
    }

    @Override
    public <T> T accept(SectionVisitor<T> visitor) {
        return visitor.notes(this);
    }
}

package muster.document;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import muster.diagnostic.Nearest;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;

/** Words of a closed list, as a person types them: in letters of either case, and a misspelt one with the nearest. */
public final class Keywords {
    private Keywords() {}

    /**
     * The word that a text names, or nothing with a problem reported.
     *
     * @param words all that there are; each is written as its {@code toString} says
     */
    public static <E> Optional<E> of(Text text, E[] words, Problems problems) {
        return of(text, words, names(words), problems);
    }

    /**
     * The same where more is understood than these words.
     *
     * @param names all that can be written, for the message
     */
    public static <E> Optional<E> of(Text text, E[] words, List<String> names, Problems problems) {
        Optional<E> found = Arrays.stream(words)
                .filter(word -> word.toString().equalsIgnoreCase(text.value()))
                .findFirst();
        if (found.isEmpty()) {
            problems.error(
                    "unknown-word",
                    text.place(),
                    "there are %s.%s".formatted(String.join(", ", names), Nearest.maybe(text.value(), names)));
        }
        return found;
    }

    /** The words as they are written. */
    public static List<String> names(Object[] words) {
        return Arrays.stream(words).map(Object::toString).toList();
    }
}

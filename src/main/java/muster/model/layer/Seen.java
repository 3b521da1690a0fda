package muster.model.layer;

/** How many earlier tokens a token looks at where that is bounded. */
final class Seen {
    private Seen() {}

    /**
     * On average over the tokens of a prompt.
     *
     * <pre>
     * S/2 while S is at most X,  X - X^2/(2 S) beyond
     * </pre>
     *
     * @param prompt the length of the prompt, S
     * @param most the most that a token looks at, X; 0 where nothing bounds it
     */
    static double mean(double prompt, double most) {
        return most == 0 || prompt <= most ? prompt / 2 : most - most * most / (2 * prompt);
    }

    /** By a token after so many. */
    static double after(double context, double most) {
        return most == 0 ? context : Math.min(context, most);
    }
}

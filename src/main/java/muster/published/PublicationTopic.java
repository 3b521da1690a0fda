package muster.published;

import java.util.Locale;

/** What a publication is about. */
public enum PublicationTopic {
    /** The essay that Muster starts from. */
    ESSAY,
    /** How many copies or workers a compute runs. */
    COPIES,
    /** How many tokens do what a human does. */
    RATES,
    /** How many chips there are. */
    FLEETS,
    /** What single laboratories have. */
    LABS,
    /** How large a model a compute is best spent on. */
    LAWS,
    /** How fast chips serve a model. */
    SERVING,
    /** What precision, sparsity and other techniques are worth. */
    TECHNIQUES,
    /** How capabilities and the economy grow. */
    GROWTH,
    /** What research comes of people, agents and compute. */
    RESEARCH;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package muster.uncertainty;

/** What is known of a number, in base units. */
public sealed interface Distribution permits Exactly {
    /** The value that stands for the whole when nothing is sampled: the median, or the middle that was given. */
    double central();
}

package muster.model;

/**
 * What a number of parameters counts beside attention, norms and the feed-forward layers that a token passes through.
 *
 * @param embedding whether embedding and output layer are in it
 * @param idleExperts whether the experts that a token does not activate are in it
 */
public record Included(boolean embedding, boolean idleExperts) {
    /** Every parameter. */
    public static final Included ALL = new Included(true, true);
}

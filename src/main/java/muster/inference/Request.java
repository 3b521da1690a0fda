package muster.inference;

/**
 * What a frontier is asked for.
 *
 * @param context the lengths of requests
 * @param maxReplicaChips the most chips that a replica may take
 * @param speculation guessing tokens ahead
 */
public record Request(Context context, int maxReplicaChips, Speculation speculation) {}

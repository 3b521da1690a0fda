package muster.inference.step;

/**
 * How one replica of a model is parallelised over chips.
 *
 * @param tensor chips that share each matrix, t
 * @param twoDimensional whether matrices are sharded in two dimensions, by width inside the scale-up domain and by heads and
 *     feed-forward width across domains; else by heads and feed-forward width alone
 * @param data groups that attend to sequences of their own and share the experts, dp
 * @param expert chips over which experts are distributed, ep; {@code tensor * data / expert} share each of them
 * @param stages groups that hold consecutive layers, pp
 * @param batch sequences of each data-parallel group and stage that are generated together, B
 * @param disaggregated whether prefill runs on other chips, so that no step carries prompt tokens
 */
public record Deployment(
        int tensor, boolean twoDimensional, int data, int expert, int stages, double batch, boolean disaggregated) {

    /** One group of chips that shares every matrix. */
    public static Deployment tensor(int tensor, double batch) {
        return new Deployment(tensor, false, 1, 1, 1, batch, false);
    }

    /** Chips of the replica that decode. */
    public int chips() {
        return tensor * data * stages;
    }

    /** Sequences that the replica decodes at once; every stage works on a batch of its own. */
    public double sequences() {
        return batch * data * stages;
    }

    /** Chips that share each expert's matrices. */
    public double expertTensor() {
        return (double) tensor * data / expert;
    }

    /** The same with another batch. */
    public Deployment with(double sequences) {
        return new Deployment(tensor, twoDimensional, data, expert, stages, sequences, disaggregated);
    }
}

package muster.model.layer;

/**
 * A matrix that every token is multiplied with in a layer.
 *
 * @param name what it makes, for people
 * @param outputs its rows
 * @param inputs its columns
 * @param wide whether engines keep it at 16 bits where the others are narrower
 */
public record WeightMatrix(String name, Extent outputs, Extent inputs, boolean wide) {

    static WeightMatrix of(String name, Extent outputs, Extent inputs) {
        return new WeightMatrix(name, outputs, inputs, false);
    }

    /** Its parameters. */
    public double parameters() {
        return outputs.all() * inputs.all();
    }
}

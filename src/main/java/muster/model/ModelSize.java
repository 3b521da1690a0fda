package muster.model;

/**
 * The size of a model, both ways.
 *
 * @param total all parameters
 * @param active those that a token is multiplied with
 */
public record ModelSize(TotalParameters total, ActiveParameters active) {

    /** Of a model whose every parameter a token is multiplied with. */
    public static ModelSize dense(double parameters) {
        return new ModelSize(new TotalParameters(parameters), new ActiveParameters(parameters));
    }

    /** That of a shape. */
    public static ModelSize of(Shape shape) {
        return new ModelSize(new TotalParameters(shape.parameters()), new ActiveParameters(shape.activeParameters()));
    }

    /** So many times as large in both. */
    public ModelSize times(double factor) {
        return new ModelSize(total.times(factor), active.times(factor));
    }
}

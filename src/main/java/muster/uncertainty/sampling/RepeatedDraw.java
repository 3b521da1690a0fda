package muster.uncertainty.sampling;

import muster.uncertainty.Input;

/**
 * A draw several times over, for as many cases: value {@code i} of case {@code c} stands at {@code c * size of the draw + i}.
 *
 * @param draw the draw
 * @param times how many cases
 */
public record RepeatedDraw(SampleBatch draw, int times) implements SampleBatch {
    @Override
    public int size() {
        return draw.size() * times;
    }

    @Override
    public double[] of(Input input) {
        double[] once = draw.of(input);
        double[] repeated = new double[size()];
        for (int i = 0; i < repeated.length; i++) {
            repeated[i] = once[i % once.length];
        }
        return repeated;
    }
}

package muster.uncertainty.sampling;

import muster.uncertainty.Input;

/** One pass over the inputs: the central value of each, or so many samples of each. */
public interface SampleBatch {
    /** How many values each input has in this draw. */
    int size();

    /** The values of an input in base units; the same array each time, not to be written to. */
    double[] of(Input input);

    /** The draw that gives every input its central value. */
    static SampleBatch central() {
        return new SampleBatch() {
            @Override
            public int size() {
                return 1;
            }

            @Override
            public double[] of(Input input) {
                return new double[] {input.value().distribution().central()};
            }
        };
    }
}

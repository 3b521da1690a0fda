package muster.inference.replica;

import muster.inference.step.CalibratedFactors;
import muster.inference.step.Machine;
import muster.inference.step.ModelFormats;
import muster.model.Shape;

/**
 * What a search for replicas sees of a model on a chip under one calibration and engine: of two that are equal it finds the same,
 * whatever the chips are called.
 *
 * @param shape the model
 * @param formats how its products run on the chip
 * @param machine the chip
 * @param constants the constants of the step time
 * @param memory what of the chip's memory can be filled
 * @param dividesWhole whether it is divided among chips without remainder
 */
public record SearchedModel(
        Shape shape,
        ModelFormats formats,
        Machine machine,
        CalibratedFactors constants,
        MemoryFootprint memory,
        boolean dividesWhole) {

    /** Of a model on a chip. */
    public static SearchedModel of(ModelOnChip setup) {
        return new SearchedModel(
                setup.shape(),
                setup.formats(),
                setup.machine(),
                setup.constants(),
                setup.memory(),
                setup.dividesWhole());
    }
}

package muster.inference.calibration;

import muster.document.In;
import muster.document.Range;
import muster.format.Encoding;
import muster.inference.step.CalibratedFactors;
import muster.model.ScaleLayout;
import muster.uncertainty.Input;

/**
 * The constants of the step-time model for a class of models, as the catalog holds them.
 *
 * @param kernel the fixed cost of a matrix product, t0
 * @param memoryEfficiency the part of the memory bandwidth that a matrix product reaches, e_m
 * @param blend the exponent that joins the time of bytes and of arithmetic, p
 * @param computeEfficiency the part of the dense rate that large products reach, e_c
 * @param attention the fixed cost of attention per layer, ta0
 * @param cacheEfficiency the part of the memory bandwidth that reading the cache reaches, e_a
 * @param prefillAttentionEfficiency the part of the 16-bit rate that prefill attention reaches
 * @param experts the fixed cost of routing and experts per layer, t_moe
 * @param expertEfficiency the part of the memory bandwidth that reading experts reaches, e_moe, by their format
 * @param expertImbalance load of the busiest chip over the mean, imb
 * @param allReduce the fixed cost of an all-reduce inside the scale-up domain, ar0
 * @param allReducePerDoubling more of it for each doubling of the chips, ar1
 * @param linkEfficiency the part of the links' rate that an all-reduce reaches, e_ar
 * @param allToAll the fixed cost of an all-to-all inside the scale-up domain, a2a
 * @param allToAllEfficiency the part of the links' rate that an all-to-all reaches
 * @param network the fixed cost of a collective between domains
 * @param networkEfficiency the part of the network's rate that it reaches
 * @param stage the cost of a hop from one pipeline stage to the next
 * @param layer small kernels per layer, cl
 * @param step the cost of a step outside of the layers, ts
 * @param sequence what the engine does in a step for each sequence
 * @param activationPasses how often the small kernels of a layer read or write the residual stream of a token
 * @param activatedExpert the cost of each expert of a chip that a step activates
 * @param expertSkew how unevenly experts are picked
 * @param expertSpread how far the busiest chip is from the mean, in standard deviations per {@code sqrt(ln chips)}
 * @param expertComputeEfficiency the part of the rate of large products that products of experts reach
 * @param index the fixed cost of choosing with an index what attention looks at, per layer
 * @param normReduce the cost of a norm over all heads where chips share them, per layer
 * @param draft what drafting a token costs beside the layer that drafts it
 * @param rankSpread how far data-parallel groups prefill in steps of their own
 * @param convert the fixed cost of bringing the input of a product into a narrow format
 */
public record FactorInputs(
        @In("s") Input kernel,
        @In("1") Input memoryEfficiency,
        @In("1") Input blend,
        Efficiencies computeEfficiency,
        @In("s") Input attention,
        @In("1") Input cacheEfficiency,
        @In("1") Input prefillAttentionEfficiency,
        @In("s") Input experts,
        ExpertEfficiencies expertEfficiency,
        @In("1") Input expertImbalance,
        @In("s") Input allReduce,
        @In("s") Input allReducePerDoubling,
        @In("1") Input linkEfficiency,
        @In("s") Input allToAll,
        @In("1") Input allToAllEfficiency,
        @In("s") Input network,
        @In("1") Input networkEfficiency,
        @In("s") Input stage,
        @In("s") Input layer,
        @In("s") Input step,
        @In("s") Input sequence,
        @In("1") Input activationPasses,
        @In("s") Input activatedExpert,
        @In("1") Input expertSkew,
        @In("1") Input expertSpread,
        @In("1") Input expertComputeEfficiency,
        @In("s") Input index,
        @In("s") Input normReduce,
        @In("s") Input draft,
        @In(value = "1", range = Range.FRACTION) Input rankSpread,
        ConversionTimes convert) {

    /**
     * Efficiencies by the width of the format in which a chip multiplies.
     *
     * @param sixteenBit bf16 and fp16
     * @param eightBit fp8 and int8
     * @param fourBit fp4
     * @param weightOnly narrow weights, widened and multiplied at 16 bits
     */
    public record Efficiencies(
            @In("1") Input sixteenBit,
            @In("1") Input eightBit,
            @In("1") Input fourBit,
            @In("1") Input weightOnly) {

        public double of(Encoding weights, Encoding activations) {
            return central(
                    activations.bytes() < 1
                            ? fourBit
                            : activations.bytes() == 1 ? eightBit : weights.wide() ? sixteenBit : weightOnly);
        }
    }

    /**
     * The parts of the memory bandwidth that reading experts reaches, by how they are stored and multiplied: grouped kernels of
     * narrow formats read faster than those that widen what they read.
     *
     * @param sixteenBit bf16 and fp16
     * @param eightBit fp8 and int8
     * @param fourBit fp4 and mxfp4, multiplied in narrow formats
     * @param weightOnly narrow weights, widened and multiplied at 16 bits
     */
    public record ExpertEfficiencies(
            @In("1") Input sixteenBit,
            @In("1") Input eightBit,
            @In("1") Input fourBit,
            @In("1") Input weightOnly) {

        public double of(Encoding weights, Encoding activations) {
            if (weights.wide()) {
                return central(sixteenBit);
            }
            return central(activations.wide() ? weightOnly : weights.bytes() < 1 ? fourBit : eightBit);
        }
    }

    /**
     * Fixed costs of conversion by the width of the format in which a chip multiplies, and by how 8-bit numbers are scaled.
     *
     * @param eightBit fp8 and int8 with a scale for each tensor or row
     * @param block fp8 with a scale for each block of 128 weights (DeepSeek-V3, arXiv 2412.19437, section 3.3.2)
     * @param fourBit fp4
     */
    public record ConversionTimes(
            @In("s") Input eightBit,
            @In("s") Input block,
            @In("s") Input fourBit) {

        /**
         * The cost of a product, in s.
         *
         * @param activations how it is multiplied
         * @param scales how 8-bit numbers are scaled
         * @param family what the chip's family does otherwise
         * @param engine what the software does otherwise
         */
        public double of(Encoding activations, ScaleLayout scales, ChipFamilyFactors family, EngineFactors engine) {
            if (activations.wide()) {
                return 0;
            }
            if (activations.bytes() < 1) {
                return family.fixedCosts() * central(fourBit);
            }
            return family.fixedCosts()
                    * (scales == ScaleLayout.BLOCK
                            ? family.blockCosts() * central(engine.block()) * central(block)
                            : central(eightBit));
        }
    }

    /**
     * The constants at their central values.
     *
     * @param family what the chip's family does otherwise
     * @param engine what the software does otherwise
     * @param weights how the weights are stored
     * @param activations how they are multiplied
     */
    public CalibratedFactors central(
            ChipFamilyFactors family, EngineFactors engine, Encoding weights, Encoding activations) {
        double fixed = family.fixedCosts() * central(engine.fixed());
        double memory = family.memoryRates() * central(engine.memory());
        double links = family.linkRates();
        return new CalibratedFactors(
                fixed * central(kernel),
                memory * central(memoryEfficiency),
                central(blend),
                fixed * central(attention),
                memory * central(cacheEfficiency),
                central(prefillAttentionEfficiency),
                fixed * central(experts),
                memory
                        * central(weights.wide() || !activations.wide() ? engine.experts() : engine.widenedExperts())
                        * expertEfficiency.of(weights, activations),
                central(expertImbalance),
                fixed * central(allReduce),
                fixed * central(allReducePerDoubling),
                links * central(linkEfficiency),
                fixed * central(allToAll),
                links * central(allToAllEfficiency),
                central(network),
                central(networkEfficiency),
                central(stage),
                fixed * central(layer),
                family.stepCosts() * central(engine.step()) * central(step),
                central(engine.sequence()) * central(sequence),
                central(activationPasses),
                fixed * central(activatedExpert),
                central(expertSkew),
                central(expertSpread),
                central(expertComputeEfficiency),
                fixed * central(index),
                fixed * central(normReduce),
                family.stepCosts() * central(engine.draft()) * central(draft),
                central(rankSpread));
    }

    public static double central(Input input) {
        return input.value().distribution().central();
    }
}

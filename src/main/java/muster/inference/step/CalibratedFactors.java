package muster.inference.step;

/**
 * The constants of the step-time model, in seconds and as parts of the chip's rates. They are fitted, and hold what the
 * equations leave out; do not read them as physics.
 *
 * @param kernelSeconds the fixed cost of a matrix product, t0
 * @param memoryEfficiency the part of the memory bandwidth that a matrix product reaches, e_m
 * @param blend the exponent that joins the time of bytes and of arithmetic, p
 * @param attentionSeconds the fixed cost of attention per layer, ta0
 * @param cacheEfficiency the part of the memory bandwidth that reading the cache reaches, e_a
 * @param prefillAttentionEfficiency the part of the 16-bit rate that prefill attention reaches
 * @param expertSeconds the fixed cost of routing and experts per layer, t_moe
 * @param expertEfficiency the part of the memory bandwidth that reading experts reaches, e_moe
 * @param expertImbalance load of the busiest chip over the mean, imb
 * @param allReduceSeconds the fixed cost of an all-reduce inside the scale-up domain, ar0
 * @param allReduceSecondsPerDoubling more of it for each doubling of the chips, ar1
 * @param linkEfficiency the part of the links' rate that an all-reduce reaches, e_ar
 * @param allToAllSeconds the fixed cost of an all-to-all inside the scale-up domain, a2a
 * @param allToAllEfficiency the part of the links' rate that an all-to-all reaches
 * @param networkSeconds the fixed cost of a collective between domains
 * @param networkEfficiency the part of the network's rate that it reaches
 * @param stageSeconds the cost of a hop from one pipeline stage to the next
 * @param layerSeconds small kernels per layer, cl
 * @param stepSeconds the cost of a step outside of the layers: sampling, scheduling, launch, ts
 * @param sequenceSeconds what the engine does in a step for each sequence: schedule, sample, send
 * @param activationPasses how often the small kernels of a layer read or write the residual stream of a token
 * @param activatedExpertSeconds the cost of each expert of a chip that a step activates
 * @param expertSkew how unevenly experts are picked: the squared coefficient of variation of their popularity, 0 where all are
 *     picked alike
 * @param expertSpread how far the busiest of the chips that hold experts is from the mean, in standard deviations per
 *     {@code sqrt(ln chips)}
 * @param expertComputeEfficiency the part of the rate of large products that products of experts reach
 * @param indexSeconds the fixed cost of choosing with an index what attention looks at, per layer
 * @param normReduceSeconds the cost of a norm over all heads where chips share them, per layer
 * @param draftSeconds what drafting a token costs beside the layer that drafts it
 * @param rankSpread how far data-parallel groups prefill in steps of their own: 0 where all do in the same steps, 1 where each does
 *     by chance
 */
public record CalibratedFactors(
        double kernelSeconds,
        double memoryEfficiency,
        double blend,
        double attentionSeconds,
        double cacheEfficiency,
        double prefillAttentionEfficiency,
        double expertSeconds,
        double expertEfficiency,
        double expertImbalance,
        double allReduceSeconds,
        double allReduceSecondsPerDoubling,
        double linkEfficiency,
        double allToAllSeconds,
        double allToAllEfficiency,
        double networkSeconds,
        double networkEfficiency,
        double stageSeconds,
        double layerSeconds,
        double stepSeconds,
        double sequenceSeconds,
        double activationPasses,
        double activatedExpertSeconds,
        double expertSkew,
        double expertSpread,
        double expertComputeEfficiency,
        double indexSeconds,
        double normReduceSeconds,
        double draftSeconds,
        double rankSpread) {

    /** No fixed costs and all of the chip's rates: the speed of light. */
    public static final CalibratedFactors SPEED_OF_LIGHT = new CalibratedFactors(
            0, 1, 64, 0, 1, 1, 0, 1, 1, 0, 0, 1, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0);
}

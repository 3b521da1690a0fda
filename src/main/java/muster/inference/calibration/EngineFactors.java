package muster.inference.calibration;

import java.util.Optional;
import muster.document.In;
import muster.document.Otherwise;
import muster.uncertainty.Input;

/**
 * What the software that serves a model does otherwise than the constants that all share.
 *
 * @param fixed a factor on the fixed costs of kernels, layers and collectives
 * @param step a factor on the cost of a step outside of the layers
 * @param sequence a factor on what it does in a step for each sequence
 * @param memory a factor on the parts of the memory bandwidth
 * @param block a factor on the cost of bringing the input of a product into 8 bits with a scale for each block
 * @param experts a factor on the part of the memory bandwidth that reading experts reaches, where they are multiplied as stored
 * @param widenedExperts the same where they are widened to 16 bits
 * @param interference the part of the time of prefill that streams wait for: below 1 where prompts are prefilled while nothing
 *     is decoded
 * @param draft a factor on what drafting a token costs beside the layer that drafts it
 * @param chunk a factor on the most prompt tokens that a step prefills
 * @param chunks the most steps that prefill from one step that decodes to the next
 * @param timeToFirstToken what a first token takes beside the steps of its prompt; the average where it was not measured
 * @param memoryFraction the part of a chip's memory that weights and cache may fill
 * @param sequences the most sequences that a replica serves at once
 */
public record EngineFactors(
        @In("1") @Otherwise(value = "1", because = "no difference was found")
        Input fixed,

        @In("1") @Otherwise(value = "1", because = "no difference was found")
        Input step,

        @In("1") @Otherwise(value = "1", because = "no difference was found")
        Input sequence,

        @In("1") @Otherwise(value = "1", because = "no difference was found")
        Input memory,

        @In("1") @Otherwise(value = "1", because = "no difference was found")
        Input block,

        @In("1") @Otherwise(value = "1", because = "no difference was found")
        Input experts,

        @In("1") @Otherwise(value = "1", because = "no difference was found")
        Input widenedExperts,

        @In("1") @Otherwise(value = "1", because = "prompts are prefilled in the steps that decode")
        Input interference,

        @In("1") @Otherwise(value = "1", because = "no difference was found")
        Input draft,

        @In("1") @Otherwise(value = "1", because = "no difference was found")
        Input chunk,

        @In("1") @Otherwise(value = "1", because = "prompts are prefilled in the steps that decode")
        Input chunks,

        Optional<FirstTokenFactors> timeToFirstToken,

        @In("1") @Otherwise(value = "0.9", because = "vLLM's default")
        Input memoryFraction,

        @In("1") @Otherwise(value = "2048", because = "TensorRT-LLM's default, of those seen the largest")
        Input sequences) {

    /** Software that was not in the fit: the constants as they are. */
    public static final EngineFactors AVERAGE = new EngineFactors(
            ChipFamilyFactors.one("fixed", 1),
            ChipFamilyFactors.one("step", 1),
            ChipFamilyFactors.one("sequence", 1),
            ChipFamilyFactors.one("memory", 1),
            ChipFamilyFactors.one("block", 1),
            ChipFamilyFactors.one("experts", 1),
            ChipFamilyFactors.one("widened_experts", 1),
            ChipFamilyFactors.one("interference", 1),
            ChipFamilyFactors.one("draft", 1),
            ChipFamilyFactors.one("chunk", 1),
            ChipFamilyFactors.one("chunks", 1),
            Optional.empty(),
            ChipFamilyFactors.one("memory_fraction", 0.9),
            ChipFamilyFactors.one("sequences", 2048));

    /** What a first token takes beside the steps of its prompt. */
    public FirstTokenFactors first() {
        return timeToFirstToken.orElse(FirstTokenFactors.AVERAGE);
    }
}

package muster.inference.step;

import java.util.List;

/**
 * The time per output token of one stream worked out.
 *
 * <pre>
 * seconds of a token = (alone T + part T') (1 + draft tokens * draft cost) / tokens of a step
 * </pre>
 *
 * <p>with T the time of a step that decodes alone and T' that of one that prefills beside it.
 *
 * @param machine the chip, whose rates times the efficiencies stand in the terms
 * @param formats the rates of products by format
 * @param alone the terms of T
 * @param withPrefill the terms of T'; none where prefill runs on other chips
 * @param alonePart how many steps decode alone
 * @param part how many steps prefill, over all, times the part of them that streams wait for
 * @param speculation what speculative decoding makes of the time of a step: {@code 1 + draft tokens * draft cost}
 * @param tokensPerStep tokens that a step yields on average
 */
public record StepExplanation(
        Machine machine,
        ModelFormats formats,
        List<StepTerm> alone,
        List<StepTerm> withPrefill,
        double alonePart,
        double part,
        double speculation,
        double tokensPerStep) {

    public StepExplanation {
        alone = List.copyOf(alone);
        withPrefill = List.copyOf(withPrefill);
    }

    /** The seconds of a token of one stream. */
    public double seconds() {
        return (alonePart * sum(alone) + part * sum(withPrefill)) * speculation / tokensPerStep;
    }

    /** The seconds of some terms. */
    public static double sum(List<StepTerm> terms) {
        return terms.stream().mapToDouble(StepTerm::seconds).sum();
    }
}

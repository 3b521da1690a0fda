package muster.inference.serving;

import java.util.Optional;
import java.util.OptionalDouble;
import muster.inference.replica.Encodings;
import muster.inference.step.Speculation;
import muster.model.ModelFamily;

/**
 * Another model, or one that is served otherwise, in the place of that of a scenario.
 *
 * @param model the model, by the size of that of the scenario
 * @param formats how it is stored and multiplied; chips that cannot multiply so widen its weights to 16 bits
 * @param weightBytes bytes of a weight where they are others than those of the format
 * @param speculation how draft tokens are proposed
 * @param disaggregatedPrefill whether prefill runs on other chips
 * @param serialSpeed the speed that every stream must have, in token/s, where it is another
 */
public record ModelVariant(
        ModelFamily model,
        Encodings formats,
        OptionalDouble weightBytes,
        Speculation speculation,
        Optional<Boolean> disaggregatedPrefill,
        OptionalDouble serialSpeed) {}

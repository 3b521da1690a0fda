package muster.inference.replica;

import java.util.OptionalDouble;
import muster.document.yaml.Text;

/**
 * What is asked of a model on a kind of chip.
 *
 * @param model the id of a model, or a {@code config.json} of Hugging Face
 * @param chip the id of the kind of chip
 * @param formats how the model is stored and multiplied, as {@code fp8}
 * @param engine the name of the software
 * @param method the step-time model
 * @param request what a replica is asked for
 * @param requiredSpeed the least speed of a stream, in token/s
 */
public record FrontierQuery(
        Text model,
        Text chip,
        Text formats,
        Text engine,
        TimeModelChoice method,
        ReplicaRequest request,
        OptionalDouble requiredSpeed) {}

package muster.inference.replica;

import java.util.OptionalDouble;
import muster.catalog.Catalog;
import muster.document.yaml.Text;
import muster.hardware.Chip;
import muster.model.Architecture;

/**
 * What is asked of a model on a kind of chip.
 *
 * @param model the id or alias of a model, or a {@code config.json} of Hugging Face
 * @param chip the id or alias of the kind of chip
 * @param formats how the model is stored and multiplied, as {@code fp8}
 * @param engine the name of the software, as {@code vllm}, or {@code vllm@2026-04} for a month
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
        OptionalDouble requiredSpeed) {

    /** The same of another kind of chip. */
    public FrontierQuery on(Text other) {
        return new FrontierQuery(model, other, formats, engine, method, request, requiredSpeed);
    }

    /** The same with ids in the place of aliases, as {@code nvidia-h200-sxm} for {@code H200}. */
    FrontierQuery named(Catalog catalog) {
        return new FrontierQuery(
                catalog.named(Architecture.KIND, model),
                catalog.named(Chip.KIND, chip),
                formats,
                engine,
                method,
                request,
                requiredSpeed);
    }
}

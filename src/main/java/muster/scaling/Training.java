package muster.scaling;

import java.util.Optional;
import muster.catalog.Catalog;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.Inline;
import muster.document.Otherwise;
import muster.document.yaml.Text;
import muster.format.Format;
import muster.scaling.law.Law;
import muster.scaling.law.TrainingFigures;

/**
 * The section {@code training:} of a scenario.
 *
 * @param budget where the compute comes from
 * @param format the number format of the matrix arithmetic
 * @param law the law that sizes the model
 * @param tokenStock the text that there is to train on, in the catalog
 * @param shape the shape of the model; where it is stated, what training it takes exactly stands beside the compute
 * @param moe experts in the place of the dense model, by what stays the same
 * @param sizing why another model is trained than the law's best
 * @param limits what keeps the training from being as large or as short as one likes
 * @param gains what makes it worth more than its FLOP
 */
public record Training(
        @Inline TrainingBudget budget,

        @Otherwise(value = "bf16", because = "the format of most published training runs")
        Format format,

        @Otherwise(
                value = "besiroglu",
                because = "the refit of Chinchilla that agrees with its data; Besiroglu et al. 2024, arXiv 2404.10102")
        Law law,

        @Otherwise(value = "public-text", because = "what the catalog has on the stock of public text")
        Text tokenStock,

        Optional<TrainedShape> shape,
        Optional<MoeReading> moe,
        Optional<Sizing> sizing,
        Optional<TrainingLimits> limits,
        Optional<EffectiveComputeGains> gains) {

    /** Looks up the token stock. */
    public Optional<TrainingPlan> resolve(Catalog catalog, Problems problems) {
        sizing.ifPresent(wanted -> wanted.refused(law)
                .ifPresent(why -> problems.error("sizing-without-loss", wanted.place(), "training.sizing: " + why)));
        shape.ifPresent(stated -> checkShape(stated.place(), problems));
        moe.ifPresent(reading -> {
            checkShape(reading.place(), problems);
            reading.check(problems);
        });
        return catalog.bind(TokenStock.KIND, tokenStock, TrainingFigures.TOKEN_STOCK, problems)
                .map(stock -> TrainingPlan.of(this, stock.tokens()));
    }

    /** Reports a law whose models have experts, of which it does not tell the number. */
    void checkShape(Place place, Problems problems) {
        if (law.routed()) {
            problems.error(
                    "shape-of-experts",
                    place,
                    "the law sizes models with experts and does not tell their shape. Maybe a dense law, as besiroglu?");
        }
    }
}

package muster.scaling;

import java.util.Optional;
import muster.catalog.Shelf;
import muster.diagnostic.Problems;
import muster.document.Inline;
import muster.document.Otherwise;
import muster.document.Text;
import muster.format.Format;

/**
 * The section {@code training:} of a scenario.
 *
 * @param budget where the compute comes from
 * @param format the number format of the matrix arithmetic
 * @param law the law that sizes the model
 * @param tokenStock the text that there is to train on, in the catalog
 */
public record Training(
        @Inline Budget budget,

        @Otherwise(value = "bf16", because = "the format of most published training runs")
        Format format,

        Law law,

        @Otherwise(value = "public-text", because = "what the catalog has on the stock of public text")
        Text tokenStock) {

    /** Looks up the token stock. */
    public Optional<TrainingPlan> resolve(Shelf shelf, Problems problems) {
        return shelf.bind(TokenStock.KIND, tokenStock, "training.token_stock", problems)
                .map(stock -> new TrainingPlan(this, stock.tokens()));
    }
}

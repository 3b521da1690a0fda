package muster.scaling;

import java.util.function.ToDoubleFunction;
import muster.scaling.loss.ChinchillaLoss;
import muster.scaling.loss.LifetimeOptimum;
import muster.scaling.loss.Optimum;

/** Rows of golden.csv on models whose use counts. */
final class GoldenSardana {
    private static final ChinchillaLoss LAW = CatalogLaws.powers("hoffmann-tuned");

    private GoldenSardana() {}

    static double[] byFlop(GoldenRow row) {
        double served = row.input("D_inf");
        Optimum best = LifetimeOptimum.cheapest(LAW, row.input("L"), 2 * served);
        return compared(row, best, flop -> 6 * flop.parameters() * flop.tokens() + 2 * flop.parameters() * served);
    }

    // A training FLOP on an A100 for 1.40 USD an hour; a served one on a 40 GB A100 with int8 for 0.60 USD.
    static double[] byDollars(GoldenRow row) {
        double requests = row.input("reqs");
        double training = 1.40 / 3600 / 3.12e14 / 0.5;
        double serving = 0.60
                / 3600
                / 6.24e14
                * requests
                * (row.input("in") / row.input("prefill ") + row.input("out") / row.input("decode "));
        Optimum best = LifetimeOptimum.cheapest(LAW, row.input("L"), 2 * serving / training);
        return compared(row, best, model -> model.parameters() * (6 * training * model.tokens() + 2 * serving));
    }

    private static double[] compared(GoldenRow row, Optimum best, ToDoubleFunction<Optimum> cost) {
        Optimum plain = LAW.cheapest(row.input("L"));
        return new double[] {
            switch (row.output()) {
                case "N" -> best.parameters();
                case "D" -> best.tokens();
                case "pct_params" -> 100 * best.parameters() / plain.parameters();
                case "pct_tokens" -> 100 * best.tokens() / plain.tokens();
                case "pct_cost" -> 100 * cost.applyAsDouble(best) / cost.applyAsDouble(plain);
                default -> throw new AssertionError(row.output());
            }
        };
    }

    static double[] model(GoldenRow row) {
        Optimum model = LAW.ofSize(30e9);
        return new double[] {
            switch (row.output()) {
                case "D" -> model.tokens();
                case "L" -> model.loss();
                case "train_flops" -> 6 * model.parameters() * model.tokens();
                case "total_flops_1e9req_500in_100out" ->
                    6 * model.parameters() * model.tokens() + 2 * model.parameters() * 1e9 * 600;
                default -> throw new AssertionError(row.output());
            }
        };
    }

    static double[] paper(GoldenRow row) {
        double size = row.inputs().startsWith("30B") ? 30e9 : 13e9;
        double served = row.input("D_inf");
        Optimum plain = LAW.ofSize(size);
        Optimum used = row.inputs().endsWith("use 7B")
                ? new Optimum(7e9, LAW.tokensFor(plain.loss(), 7e9), plain.loss())
                : LifetimeOptimum.cheapest(LAW, plain.loss(), 2 * served);
        double before = 6 * plain.parameters() * plain.tokens() + 2 * plain.parameters() * served;
        double after = 6 * used.parameters() * used.tokens() + 2 * used.parameters() * served;
        return new double[] {
            switch (row.output()) {
                case "N" -> used.parameters();
                case "D_ratio" -> used.tokens() / plain.tokens();
                case "flops_reduction" -> 1 - after / before;
                case "flops_saved" -> before - after;
                default -> throw new AssertionError(row.output());
            }
        };
    }
}

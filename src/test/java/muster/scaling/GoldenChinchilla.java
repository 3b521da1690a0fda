package muster.scaling;

import muster.scaling.loss.ChinchillaLoss;
import muster.scaling.loss.Optimum;

/** Rows of golden.csv that follow from a sum of powers. */
final class GoldenChinchilla {
    private GoldenChinchilla() {}

    static double[] balance(GoldenRow row) {
        return new double[] {CatalogLaws.powers(row.id()).balance()};
    }

    static double[] optimum(GoldenRow row) {
        Optimum best = CatalogLaws.powers(row.id()).optimum(row.input("C"));
        return new double[] {
            switch (row.output()) {
                case "N_opt" -> best.parameters();
                case "D_opt" -> best.tokens();
                case "L_opt" -> best.loss();
                default -> throw new AssertionError(row.output());
            }
        };
    }

    static double[] loss(GoldenRow row) {
        return new double[] {CatalogLaws.powers(row.id()).loss(row.input("N"), row.input("D"))};
    }

    static double[] overhead(GoldenRow row) {
        double part = row.input("k_N");
        ChinchillaLoss law = CatalogLaws.powers(row.id());
        // Whatever the compute.
        Optimum best = law.optimum(1e22);
        return new double[] {100 * (part * tokens(law, best, part) / best.tokens() - 1)};
    }

    private static double tokens(ChinchillaLoss law, Optimum best, double part) {
        return law.tokensFor(best.loss(), part * best.parameters());
    }

    static double[] smaller(GoldenRow row) {
        ChinchillaLoss law = CatalogLaws.powers(row.id());
        Optimum best = law.optimum(row.input("C"));
        double part = row.input("k_N");
        return new double[] {
            row.output().equals("N_billion") ? best.parameters() * part / 1e9 : tokens(law, best, part) / 1e9
        };
    }
}

package muster.inference;

import java.util.List;
import java.util.Map;
import muster.catalog.BuiltIn;
import muster.catalog.Catalog;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;
import muster.inference.step.CalibratedFactors;
import muster.inference.step.Machine;
import muster.inference.step.MatrixFormat;
import muster.inference.step.ModelFormats;
import muster.model.Architecture;
import muster.model.Shape;
import muster.model.layer.Attention;

/** Chips, formats and constants of the prototype in Python whose step times this code must reproduce. */
final class Prototype {
    private static final Catalog SHELF = new Catalog(List.of(Architecture.KIND), List.of(BuiltIn.load()));

    /** First constants; the efficiencies of arithmetic are with the formats. */
    static final CalibratedFactors DEFAULT =
            constants(3e-6, 0.80, 9e-6, 0.85, 15e-6, 0.6, 1.2, 3e-6, 0.7, 12e-6, 8e-6, 0.6e-3);

    static final CalibratedFactors DENSE_FIT =
            constants(6.2e-6, 0.848, 1.24e-5, 0.561, 15e-6, 0.6, 1.2, 3.37e-6, 0.529, 12e-6, 8.8e-6, 0.623e-3);

    static final CalibratedFactors EXPERTS_FIT =
            constants(5.55e-6, 0.646, 1.11e-5, 0.41, 2.96e-5, 1.12, 1.3, 3.67e-6, 0.43, 1.6e-5, 1.07e-5, 0.664e-3);

    static final CalibratedFactors LIGHT = new CalibratedFactors(
            0, 1, 64, 0, 1, 0.5, 0, 1, 1, 0, 0, 1, 0, 0.6, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0);

    static final Map<String, Double> DEFAULT_RATES = Map.of("bf16", 0.70, "fp8", 0.58, "fp4", 0.45, "int4", 0.5);
    static final Map<String, Double> DENSE_RATES = Map.of("bf16", 0.694, "fp8", 0.453, "fp4", 0.461, "int4", 0.5);
    static final Map<String, Double> EXPERTS_RATES = Map.of("bf16", 0.67, "fp8", 0.551, "fp4", 0.452, "int4", 0.5);
    static final Map<String, Double> LIGHT_RATES = Map.of("bf16", 1.0, "fp8", 1.0, "fp4", 1.0, "int4", 1.0);

    private static final Map<String, Double> WEIGHT_BYTES =
            Map.of("bf16", 2.0, "fp8", 1.0, "fp4", 0.5625, "int4", 0.5156);
    private static final Map<String, Double> ACTIVATION_BYTES =
            Map.of("bf16", 2.0, "fp8", 1.0, "fp4", 0.5625, "int4", 2.0);

    private Prototype() {}

    private static CalibratedFactors constants(
            double t0,
            double em,
            double ta0,
            double ea,
            double tmoe,
            double emoe,
            double imb,
            double ar0,
            double ear,
            double a2a,
            double cl,
            double ts) {
        return new CalibratedFactors(
                t0, em, 2.5, ta0, ea, 0.5, tmoe, emoe, imb, ar0, 1.2e-6, ear, a2a, 0.6, 20e-6, 0.5, 10e-6, cl, ts, 0, 0,
                0, 0, 0, 1, 0, 0, 0, 0);
    }

    /**
     * A chip with its rates.
     *
     * @param bf16 dense FLOP/s at bf16
     * @param fp8 dense FLOP/s at fp8
     * @param fp4 dense FLOP/s at fp4, or that of fp8 where it has none
     * @param bandwidth memory bytes/s
     * @param link scale-up bytes/s in one direction
     */
    record PrototypeChip(double bf16, double fp8, double fp4, double bandwidth, double link) {
        Machine machine() {
            // Every exchange of these deployments is inside one domain.
            return new Machine(80e9, bandwidth, bf16, 72, link, 50e9);
        }
    }

    static PrototypeChip chip(String name) {
        return switch (name) {
            case "H100-SXM-80GB" -> new PrototypeChip(989e12, 1979e12, 1979e12, 3.35e12, 450e9);
            case "H200-SXM-141GB" -> new PrototypeChip(989e12, 1979e12, 1979e12, 4.8e12, 450e9);
            case "B200-SXM-180GB" -> new PrototypeChip(2250e12, 4500e12, 9000e12, 7.7e12, 900e9);
            case "B300-SXM" -> new PrototypeChip(2250e12, 4500e12, 13500e12, 7.7e12, 900e9);
            case "GB200-NVL72" -> new PrototypeChip(2500e12, 5000e12, 10000e12, 8e12, 900e9);
            case "GB300-NVL72" -> new PrototypeChip(2500e12, 5000e12, 15000e12, 8e12, 900e9);
            default -> throw new AssertionError(name);
        };
    }

    static Shape shape(String id) {
        return SHELF.get(Architecture.KIND, new Text(id, Place.argument(id)), new Problems())
                .flatMap(Architecture::shape)
                .orElseThrow();
    }

    static ModelFormats formats(String model, String format, PrototypeChip chip, Map<String, Double> rates) {
        boolean latent = shape(model).attention() instanceof Attention.Latent;
        boolean wideAttention = latent ? !format.equals("fp8") : format.equals("int4") || model.startsWith("gpt-oss");
        MatrixFormat wide = matrix("bf16", chip, rates);
        MatrixFormat narrow = matrix(format, chip, rates);
        return new ModelFormats(wideAttention ? wide : narrow, narrow, wide, format.matches("fp8|fp4") ? 1 : 2);
    }

    private static MatrixFormat matrix(String format, PrototypeChip chip, Map<String, Double> rates) {
        double rate = switch (format) {
            case "fp8" -> chip.fp8();
            case "fp4" -> chip.fp4();
            default -> chip.bf16();
        };
        return new MatrixFormat(WEIGHT_BYTES.get(format), ACTIVATION_BYTES.get(format), rate, rates.get(format), 0);
    }
}

package muster.scaling;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import muster.model.Shape;
import muster.scaling.loss.LossSurface;
import muster.scaling.quality.Distillation;
import muster.scaling.quality.LowPrecisionLoss;
import muster.scaling.quality.NumberFormats;

/** Rows of golden.csv on teachers, formats and shapes. */
final class GoldenQuality {
    private static final LossSurface SUPERVISED = CatalogLaws.loss("busbridge");
    private static final Distillation DISTILLATION = CatalogLaws.quality(Distillation.class, "busbridge-distillation");
    private static final LowPrecisionLoss FORMATS =
            CatalogLaws.quality(NumberFormats.class, "kumar-formats").central();

    private GoldenQuality() {}

    static double[] supervised(GoldenRow row) {
        double parameters = row.input("N");
        double tokens = row.inputs().contains("20N") ? 20 * parameters : row.input("D");
        return new double[] {SUPERVISED.loss(parameters, tokens)};
    }

    static double[] student(GoldenRow row) {
        double teacher = row.input("N_T");
        double teacherLoss = SUPERVISED.loss(teacher, 20 * teacher);
        return new double[] {DISTILLATION.central().loss(teacherLoss, row.input("N_S"), row.input("D_S"))};
    }

    static double[] kept(GoldenRow row) {
        return new double[] {FORMATS.effectiveParameters(row.input("P_kv"))};
    }

    static double[] keptByWeights(GoldenRow row) {
        return new double[] {new LowPrecisionLoss.Part(FORMATS.parts().get(0).bits(), 0).kept(row.input("P_w"))};
    }

    static double[] bestBits(GoldenRow row) {
        return new double[] {FORMATS.bestBits()};
    }

    static double[] shape(GoldenRow row) {
        Matcher words = Pattern.compile(".* L(\\d+) d(\\d+) ff(\\d+) h(\\d+) kv(\\d+)(?: V(\\d+))?")
                .matcher(row.inputs());
        if (!words.matches()) {
            throw new AssertionError(row.inputs());
        }
        int vocabulary = words.group(6) == null ? 128256 : Integer.parseInt(words.group(6));
        return new double[] {
            Shape.dense(
                            Integer.parseInt(words.group(1)),
                            Integer.parseInt(words.group(2)),
                            Integer.parseInt(words.group(4)),
                            Integer.parseInt(words.group(5)),
                            128,
                            Integer.parseInt(words.group(3)),
                            vocabulary)
                    .parameters()
        };
    }
}

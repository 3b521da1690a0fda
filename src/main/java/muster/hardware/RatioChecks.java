package muster.hardware;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import muster.format.Format;
import muster.unit.NumberText;

/** Checks the rates of one chip against each other and against its memory. */
final class RatioChecks {
    // Rates are rounded on sheets.
    private static final double TOLERANCE = 0.03;
    private static final Map<Format, List<Double>> OVER_16_BIT = overSixteenBit();
    // From the widest memory per rate that chips have to the narrowest, in FLOP/B.
    private static final double LEAST_INTENSITY = 20;
    private static final double MOST_INTENSITY = 700;

    private RatioChecks() {}

    // Units of half the width do twice the work, and a format that shares wider units does none more.
    private static Map<Format, List<Double>> overSixteenBit() {
        Map<Format, List<Double>> ratios = new EnumMap<>(Format.class);
        ratios.put(Format.TF32, List.of(0.5, 1.0));
        ratios.put(Format.FP16, List.of(1.0));
        ratios.put(Format.FP8, List.of(1.0, 2.0));
        ratios.put(Format.INT8, List.of(1.0, 2.0, 4.0));
        ratios.put(Format.FP4, List.of(2.0, 4.0, 8.0));
        return ratios;
    }

    static List<LintFinding> check(ChipSheet sheet) {
        List<LintFinding> found = new ArrayList<>();
        OVER_16_BIT.forEach((format, ratios) -> {
            OptionalDouble ratio = sheet.overSixteenBit(format);
            if (ratio.isPresent()
                    && ratios.stream().noneMatch(usual -> ChipSheet.close(ratio.getAsDouble(), usual, TOLERANCE))) {
                String usual = ratios.stream().map(NumberText::exact).collect(Collectors.joining(" or "));
                found.add(new LintFinding(
                        sheet,
                        LintCheck.RATIO,
                        format.toString(),
                        "peak." + format,
                        "%s is %s times the 16-bit rate; chips have %s times"
                                .formatted(format, NumberText.rounded(ratio.getAsDouble(), 3), usual)));
            }
        });
        for (Format format : Format.values()) {
            OptionalDouble vector = ChipSheet.base(sheet.chip().vector().flatMap(units -> units.at(format)));
            OptionalDouble share = ChipSheet.quotient(sheet.matrix(format), vector);
            if (share.isPresent() && share.getAsDouble() < 1 - TOLERANCE) {
                found.add(new LintFinding(
                        sheet,
                        LintCheck.MATRIX_BELOW_VECTOR,
                        format.toString(),
                        "vector." + format,
                        "the matrix units do %s of what the vector units do at %s"
                                .formatted(NumberText.rounded(share.getAsDouble(), 2), format)));
            }
        }
        OptionalDouble intensity = ChipSheet.quotient(sheet.sixteenBit(), sheet.bandwidth());
        if (intensity.isPresent()
                && (intensity.getAsDouble() < LEAST_INTENSITY || intensity.getAsDouble() > MOST_INTENSITY)) {
            found.add(new LintFinding(
                    sheet,
                    LintCheck.INTENSITY,
                    "",
                    "memory." + sheet.nameOf(sheet.memory().orElseThrow()) + ".bandwidth",
                    "%s FLOP at 16 bits for each byte of memory traffic; chips have %s to %s"
                            .formatted(
                                    NumberText.rounded(intensity.getAsDouble(), 3),
                                    NumberText.exact(LEAST_INTENSITY),
                                    NumberText.exact(MOST_INTENSITY))));
        }
        return found;
    }
}

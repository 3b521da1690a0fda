package muster.view.estimate;

import java.util.List;
import java.util.stream.Collectors;
import muster.diagnostic.Diagnostic;
import muster.inference.serving.Attainment;
import muster.scenario.Estimate;
import muster.unit.NumberText;

/** That no token is served at the speed that is required, why, and what would serve. */
public final class ServesNothing {
    private ServesNothing() {}

    /** A sentence about an estimate of which that is so. */
    public static String words(Estimate estimate) {
        return estimate.warnings().stream()
                .filter(warning -> warning.code().equals("no-feasible-deployment"))
                .map(Diagnostic::message)
                .collect(Collectors.joining(
                        "; ",
                        estimate.scenario() + ": no token is served at the required serial speed: ",
                        wouldServe(estimate)));
    }

    private static String wouldServe(Estimate estimate) {
        List<Attainment.Improvement> ways =
                estimate.attainment().map(Attainment::wouldServe).orElse(List.of());
        return estimate.attainment().isEmpty()
                ? ""
                : ways.isEmpty()
                        ? ". Nothing that was tried would serve"
                        : ways.stream()
                                .map(way -> "%s (%s token/s in all)"
                                        .formatted(
                                                way.words(),
                                                NumberText.rounded(way.result().throughputAtSpeed(), 3)))
                                .collect(Collectors.joining("; ", ". What would serve: ", ""));
    }
}

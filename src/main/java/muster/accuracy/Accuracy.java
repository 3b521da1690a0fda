package muster.accuracy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;
import muster.accuracy.measurement.FactorPaths;
import muster.accuracy.measurement.MeasuredCase;
import muster.accuracy.measurement.MeasuredCases;
import muster.accuracy.measurement.Measurement;
import muster.accuracy.measurement.MeasurementFile;
import muster.catalog.BuiltIn;
import muster.catalog.Catalog;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.yaml.Csv;
import muster.document.yaml.Text;
import muster.document.yaml.TextFile;
import muster.inference.calibration.Calibration;
import muster.inference.calibration.MeasuredRows;
import muster.inference.calibration.Regime;

/** The inference model against measurements: those that come with Muster, or a file of a user's. */
public final class Accuracy {
    private static final String FOLDER = BuiltIn.ROOT + "measurements/";
    private static final List<String> FILES = List.of(
            "inferencex.csv", "tables.csv", "served-2026.csv", "mlperf-v6.csv", "first-token.csv", "arrivals.csv");
    private static final String LEFT_OUT = "left-out.csv";
    private static final Text BENCHMARK = new Text("inference", Place.argument("inference"));
    private static final Text BEFORE = new Text("operators", Place.argument("operators"));

    private final Catalog catalog;
    private final Optional<Path> file;

    /**
     * Measurements to look at.
     *
     * @param catalog the catalog
     * @param file a file of measurements; the built-in ones where there is none
     */
    public Accuracy(Catalog catalog, Optional<Path> file) {
        this.catalog = catalog;
        this.file = file;
    }

    /** Every row beside what the model says of it. */
    public Optional<AccuracyStudy> study(Problems problems) {
        Optional<MeasuredCases> cases = cases(problems);
        Optional<Benchmark> benchmark = catalog.get(Benchmark.KIND, BENCHMARK, problems);
        Optional<Calibration> calibration = catalog.get(Calibration.KIND, Calibration.STANDARD, problems);
        LeaveOneOut leftOut = file.isPresent()
                ? LeaveOneOut.NONE
                : builtIn(LEFT_OUT, problems)
                        .flatMap(table -> LeaveOneOut.read(table, problems))
                        .orElse(LeaveOneOut.NONE);
        return problems.none()
                ? Optional.of(AccuracyStudy.of(
                        cases.orElseThrow(), calibration.orElseThrow(), leftOut, benchmark.orElseThrow()))
                : Optional.empty();
    }

    /**
     * The constants fitted again, with the values of fits that leave out a chip, a model or a source.
     *
     * @param progress makes of the number of fits what is told how many are done
     */
    public Optional<Fitted> fit(Problems problems, LongFunction<LongConsumer> progress) {
        Optional<MeasuredCases> cases = cases(problems);
        Optional<Benchmark> benchmark = catalog.get(Benchmark.KIND, BENCHMARK, problems);
        Optional<Calibration> before = catalog.get(Calibration.KIND, BEFORE, problems);
        if (!problems.none()) {
            return Optional.empty();
        }
        List<MeasuredCase> counted = counted(cases.orElseThrow(), benchmark.orElseThrow());
        FittedRows fits = FittedRows.of(counted);
        Calibrator fitted = Calibrator.fit(before.orElseThrow(), fits.steps(), fits.rates(), progress);
        FirstTokenFit firstTokens = FirstTokenFit.settled(fitted.calibration(), counted);
        Calibration all = firstTokens.calibration();
        LeaveOneOut leftOut = fitted.leftOut().and(firstTokens, new Forecast(all), counted);
        AccuracyStudy study = AccuracyStudy.of(
                new MeasuredCases(counted, cases.orElseThrow().unknown()), all, leftOut, benchmark.orElseThrow());
        Map<Regime, Double> seen = ErrorBands.of(study.rows());
        Map<String, Double> residuals = new TreeMap<>();
        seen.forEach((regime, sigma) -> residuals.put("residuals/" + regime, sigma));
        Calibration banded = FactorPaths.with(all, residuals)
                .knowing(
                        ErrorBands.spreads(study.rows(), seen, families(counted, all)),
                        fitted.families().sigmas(seen),
                        fitted.kinds().sigmas(seen),
                        fitted.traits())
                .counting(RowCoverage.of(counted));
        List<String> ids = counted.stream().map(one -> one.row().id()).toList();
        return Optional.of(new Fitted(CalibrationText.of(banded, counted.size()), leftOut.csv(ids), study));
    }

    /** What the counted rows are of, as a fit states it. */
    Optional<MeasuredRows> coverage(Problems problems) {
        Optional<MeasuredCases> cases = cases(problems);
        Optional<Benchmark> benchmark = catalog.get(Benchmark.KIND, BENCHMARK, problems);
        return problems.none()
                ? Optional.of(RowCoverage.of(counted(cases.orElseThrow(), benchmark.orElseThrow())))
                : Optional.empty();
    }

    // The family of each chip that the fit tells apart.
    private static Map<String, String> families(List<MeasuredCase> counted, Calibration calibration) {
        Map<String, String> families = new TreeMap<>();
        counted.forEach(one -> calibration
                .familyName(one.chip())
                .ifPresent(name -> families.put(one.row().chip(), name)));
        return families;
    }

    private static List<MeasuredCase> counted(MeasuredCases cases, Benchmark benchmark) {
        return cases.ready().stream()
                .filter(one -> AccuracyStudy.excluded(one.row(), benchmark).isEmpty())
                .toList();
    }

    /**
     * What a fit gives.
     *
     * @param calibration the entry of the catalog
     * @param leftOut what the fits without each chip, model and source say, as comma-separated values
     * @param study the rows that were used beside what the fit says of them
     */
    public record Fitted(String calibration, String leftOut, AccuracyStudy study) {}

    private Optional<MeasuredCases> cases(Problems problems) {
        List<Measurement> rows = new ArrayList<>();
        if (file.isPresent()) {
            Csv.read(file.get(), problems).ifPresent(table -> rows.addAll(MeasurementFile.read(table, problems)));
        } else {
            FILES.forEach(name ->
                    builtIn(name, problems).ifPresent(table -> rows.addAll(MeasurementFile.read(table, problems))));
        }
        MeasuredCases cases = MeasuredCases.of(rows, catalog, problems);
        return problems.none() ? Optional.of(cases) : Optional.empty();
    }

    /** The fitted constants that come with Muster, as the file of the catalog has them. */
    public static String committed() {
        return new String(bytes("calibrations/measured.yaml"), StandardCharsets.UTF_8);
    }

    private static Optional<Csv> builtIn(String name, Problems problems) {
        String path = FOLDER + name;
        return TextFile.decode(bytes("measurements/" + name), new Place(path, 1, 1), problems)
                .flatMap(text -> Csv.of(path, text, problems));
    }

    private static byte[] bytes(String file) {
        try (InputStream stream = Accuracy.class.getClassLoader().getResourceAsStream(BuiltIn.ROOT + file)) {
            if (stream == null) {
                throw new IllegalStateException("no " + file + " in the catalog");
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

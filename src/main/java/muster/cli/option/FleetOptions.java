package muster.cli.option;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.Keywords;
import muster.document.yaml.Text;
import muster.fleet.StockGrowth;
import muster.fleet.query.FleetCounting;
import muster.fleet.query.FleetDates;
import muster.fleet.query.FleetQuery;
import muster.fleet.query.FleetSelection;
import muster.fleet.query.H100eCount;
import muster.fleet.stock.HardwareSegment;
import muster.fleet.stock.Quarters;
import muster.fleet.stock.Retirement;
import muster.format.Precision;
import muster.uncertainty.sampling.Sampling;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What is asked of a fleet. */
public final class FleetOptions {
    @Option(names = "--fleet", paramLabel = "ID", description = "The fleet; default ${DEFAULT-VALUE}.")
    private String fleet = "epoch-2026-09";

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "A date, as 2025-12-31, or quarters, as 2024-01-01..2025-12-31; default that of the counts.")
    private @Nullable String asOf;

    @Option(names = "--by", paramLabel = "KEY", description = "chip, owner, vendor or date; default ${DEFAULT-VALUE}.")
    private String by = "vendor";

    @Option(
            names = "--precision",
            paramLabel = "PRECISION",
            description =
                    "The precision of FLOP/s: 16-bit (bf16, else fp16), fp8, fp32, mixed-fp32, ...; default ${DEFAULT-VALUE}.")
    private String precision = "16-bit";

    @Option(
            names = "--h100e-basis",
            paramLabel = "BASIS",
            description =
                    "What an H100-equivalent compares: 8-bit, 16-bit, bandwidth, capacity, or epoch for the rating of the source; default ${DEFAULT-VALUE}.")
    private String h100eBasis = "8-bit";

    @Option(names = "--owner", paramLabel = "OWNER", description = "Only chips of this owner.")
    private @Nullable String owner;

    @Option(names = "--chip", paramLabel = "ID", description = "Only this kind of chip.")
    private @Nullable String chip;

    @Option(names = "--vendor", paramLabel = "VENDOR", description = "Only chips of this maker.")
    private @Nullable String vendor;

    @Option(names = "--part", paramLabel = "PART", description = "Only data-centre, graphics or consoles.")
    private @Nullable String part;

    @Option(
            names = "--growth",
            paramLabel = "FACTOR/year",
            description = "How stocks grow after the last count, as 2.3/year; without it a later date is an error.")
    private @Nullable String growth;

    @Option(
            names = "--retirement",
            paramLabel = "CURVE",
            description = "none, half-life 4 year, or lifetime 6 year; default ${DEFAULT-VALUE}.")
    private String retirement = "none";

    @Option(names = "--samples", paramLabel = "N", description = "Samples of the counts; default ${DEFAULT-VALUE}.")
    private long samples = 20_000;

    @Mixin
    private SeedOption seed = new SeedOption();

    @Mixin
    private ThreadsOption threads = new ThreadsOption();

    /** What is asked, or nothing with problems reported. */
    public Optional<FleetQuery> query(Problems problems) {
        int before = problems.reports();
        Optional<FleetCounting> counting = counting(problems);
        Optional<HardwareSegment> only =
                Arguments.given("--part", part).flatMap(text -> Keywords.of(text, HardwareSegment.values(), problems));
        Optional<FleetDates> dates = dates(problems);
        if (samples < 1 || threads.threads() < 1) {
            problems.error("samples", Place.argument("--samples"), "samples and threads are whole numbers above 0");
        }
        dates.ifPresent(when -> counting.ifPresent(what -> what.checkRows(when, problems)));
        return problems.reports() > before
                ? Optional.empty()
                : Optional.of(new FleetQuery(
                        Arguments.text("--fleet", fleet),
                        new FleetSelection(
                                Arguments.given("--owner", owner),
                                Arguments.given("--chip", chip),
                                Arguments.given("--vendor", vendor),
                                only),
                        dates.orElseThrow(),
                        counting.orElseThrow(),
                        new Sampling(seed.seed(), samples, threads.threads())));
    }

    private Optional<FleetCounting> counting(Problems problems) {
        Optional<FleetCounting.By> rows = FleetCounting.By.parse(Arguments.text("--by", by), problems);
        Optional<Precision> rate = Keywords.of(Arguments.text("--precision", precision), Precision.values(), problems);
        Optional<H100eCount> h100e = H100eCount.parse(Arguments.text("--h100e-basis", h100eBasis), problems);
        return rows.isEmpty() || rate.isEmpty() || h100e.isEmpty()
                ? Optional.empty()
                : Optional.of(new FleetCounting(rows.get(), rate.get(), h100e.get()));
    }

    private Optional<FleetDates> dates(Problems problems) {
        Optional<Text> when = Arguments.given("--as-of", asOf);
        List<LocalDate> days = when.map(text -> Quarters.parse(text, problems)).orElse(List.of());
        OptionalDouble grown = Arguments.given("--growth", growth).stream()
                .flatMapToDouble(text -> StockGrowth.parse(text, problems).stream())
                .findFirst();
        Place place = when.orElseGet(() -> Arguments.text("--fleet", fleet)).place();
        return Retirement.parse(Arguments.text("--retirement", retirement), problems)
                .map(curve -> new FleetDates(days, grown, curve, place));
    }
}

package muster.cli;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import muster.catalog.Shelf;
import muster.diagnostic.Nearest;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.Text;
import muster.fleet.FleetQuery;
import muster.fleet.FleetReport;
import muster.fleet.H100eBasis;
import muster.fleet.Part;
import muster.fleet.Quarters;
import muster.fleet.Retirement;
import muster.format.Precision;
import muster.inference.Context;
import muster.inference.Request;
import muster.inference.Speculation;
import muster.inference.UsableFleet;
import muster.uncertainty.Sampling;
import muster.unit.Quantity;
import muster.unit.UnitMismatch;
import muster.unit.UnitSyntax;
import muster.view.fleet.FleetView;
import muster.view.fleet.UsableFleetView;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code muster fleet}: what a fleet amounts to. */
@Command(
        name = "fleet",
        description = "What a fleet amounts to: by chip, owner, vendor or date, at a precision.",
        mixinStandardHelpOptions = true)
final class FleetCommand implements Callable<Integer> {
    private static final FleetQuery.By[] ROWS = {
        FleetQuery.By.CHIP, FleetQuery.By.OWNER, FleetQuery.By.VENDOR, FleetQuery.By.DATE
    };
    // Tokens that a request reads, and as many that it generates.
    private static final double LENGTH = 1024;
    private static final String EPOCH = "epoch";
    private static final Pattern GROWTH = Pattern.compile("([0-9.]+(?:e[0-9]+)?) ?/ ?year");
    private static final Pattern CURVE = Pattern.compile("(half-life|lifetime) +(\\S+ +\\S+)");

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private CatalogOption catalog = new CatalogOption();

    @Option(names = "--fleet", paramLabel = "ID", description = "The fleet; default ${DEFAULT-VALUE}.")
    private String fleet = "epoch-2026";

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

    @Option(names = "--seed", paramLabel = "S", description = "The seed of the samples; default ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads that sample; changes only the time. Default: one per processor.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Mixin
    private FormatOption format = new FormatOption();

    @Option(
            names = "--usable-for",
            paramLabel = "MODEL",
            description = "Which part of the fleet can serve a model, and why the rest cannot.")
    private @Nullable String usableFor;

    @Option(
            names = "--max-replica-chips",
            paramLabel = "K",
            description = "With --usable-for: the most chips of a replica; default ${DEFAULT-VALUE}.")
    private int maxReplicaChips = 1024;

    @Option(
            names = "--formats",
            paramLabel = "FORMATS",
            description =
                    "With --usable-for: how the model is stored and multiplied, as fp8; chips that cannot multiply so do at 16 bits. Default ${DEFAULT-VALUE}.")
    private String formats = "fp8";

    @Override
    public Integer call() {
        Problems problems = new Problems();
        Shelf shelf = catalog.shelf(problems);
        Optional<FleetQuery> query = query(problems);
        problems.orThrow();
        if (usableFor != null) {
            return usable(query.orElseThrow(), usableFor, shelf, problems);
        }
        Optional<FleetReport> report = query.flatMap(asked -> FleetReport.of(asked, shelf, problems));
        problems.orThrow();
        report.ifPresent(
                found -> format.print(new FleetView(found), spec.commandLine().getOut()));
        return Exit.GOOD;
    }

    private int usable(FleetQuery query, String model, Shelf shelf, Problems problems) {
        if (maxReplicaChips < 1) {
            throw new ParameterException(spec.commandLine(), "--max-replica-chips is above 0");
        }
        Request request = new Request(new Context(LENGTH, LENGTH), maxReplicaChips, Speculation.NONE);
        Text wanted = new Text(model, Place.argument("--usable-for " + model));
        Text stored = new Text(formats, Place.argument("--formats " + formats));
        Optional<UsableFleet> usable = UsableFleet.of(query, wanted, stored, request, shelf, problems);
        problems.orThrow();
        usable.ifPresent(found ->
                format.print(new UsableFleetView(found), spec.commandLine().getOut()));
        return Exit.GOOD;
    }

    private Optional<FleetQuery> query(Problems problems) {
        Optional<FleetQuery.By> rows = word("--by", by, ROWS, problems);
        Optional<Precision> rate = word("--precision", precision, Precision.values(), problems);
        Optional<H100eBasis> compared = basis(problems);
        Optional<Part> kept = Optional.ofNullable(part).flatMap(text -> word("--part", text, Part.values(), problems));
        List<LocalDate> dates = dates(problems);
        OptionalDouble grown = growth(problems);
        Optional<Retirement> curve = retirement(problems);
        if (samples < 1 || threads < 1) {
            problems.error("samples", Place.argument("--samples"), "samples and threads are whole numbers above 0");
        }
        if (dates.size() > 1 && rows.filter(FleetQuery.By.DATE::equals).isEmpty()) {
            problems.error("dates", Place.argument("--as-of " + asOf), "several dates are rows. Maybe --by date?");
        }
        return !problems.none()
                ? Optional.empty()
                : Optional.of(new FleetQuery(
                        new Text(fleet, Place.argument(asOf == null ? "--fleet " + fleet : "--as-of " + asOf)),
                        dates,
                        rows.orElseThrow(),
                        rate.orElseThrow(),
                        compared.orElseThrow(),
                        h100eBasis.equals(EPOCH),
                        text("--owner", owner),
                        text("--chip", chip),
                        text("--vendor", vendor),
                        kept,
                        grown,
                        curve.orElseThrow(),
                        new Sampling(seed, samples, threads),
                        Map.of()));
    }

    private static Optional<Text> text(String option, @Nullable String value) {
        return Optional.ofNullable(value).map(name -> new Text(name, Place.argument(option + " " + name)));
    }

    private Optional<H100eBasis> basis(Problems problems) {
        if (h100eBasis.equals(EPOCH)) {
            return Optional.of(H100eBasis.EIGHT_BIT);
        }
        List<String> names = new ArrayList<>(List.of(EPOCH));
        Arrays.stream(H100eBasis.values()).map(H100eBasis::toString).forEach(names::add);
        return word("--h100e-basis", h100eBasis, H100eBasis.values(), names, problems);
    }

    private static <E> Optional<E> word(String option, String value, E[] words, Problems problems) {
        return word(
                option, value, words, Arrays.stream(words).map(Object::toString).toList(), problems);
    }

    private static <E> Optional<E> word(String option, String value, E[] words, List<String> names, Problems problems) {
        Optional<E> found = Arrays.stream(words)
                .filter(word -> word.toString().equalsIgnoreCase(value))
                .findFirst();
        if (found.isEmpty()) {
            problems.error(
                    "unknown-word",
                    Place.argument(option + " " + value),
                    "there are %s.%s".formatted(String.join(", ", names), Nearest.maybe(value, names)));
        }
        return found;
    }

    private List<LocalDate> dates(Problems problems) {
        if (asOf == null) {
            return List.of();
        }
        String[] ends = asOf.split("\\.\\.", -1);
        List<LocalDate> days = new ArrayList<>();
        for (String end : ends) {
            try {
                days.add(LocalDate.parse(end.strip()));
            } catch (DateTimeException e) {
                problems.error(
                        "not-a-date",
                        Place.argument("--as-of " + asOf),
                        "'%s' is not a date as 2025-12-31, nor two as 2024-01-01..2025-12-31".formatted(end));
            }
        }
        if (days.size() == 1 || days.size() != ends.length) {
            return days;
        }
        List<LocalDate> quarters = ends.length == 2 ? Quarters.between(days.get(0), days.get(1)) : List.of();
        if (quarters.isEmpty()) {
            problems.error(
                    "dates",
                    Place.argument("--as-of " + asOf),
                    "no quarter ends between these dates; a range is FROM..TO");
        }
        return quarters;
    }

    private OptionalDouble growth(Problems problems) {
        if (growth == null) {
            return OptionalDouble.empty();
        }
        Matcher written = GROWTH.matcher(growth.strip());
        try {
            if (written.matches() && Quantity.parse(written.group(1)).base() > 0) {
                return OptionalDouble.of(Quantity.parse(written.group(1)).base());
            }
        } catch (UnitSyntax e) {
            // Said below.
        }
        problems.error(
                "growth", Place.argument("--growth " + growth), "growth is a factor a year above 0, as 2.3/year");
        return OptionalDouble.empty();
    }

    private Optional<Retirement> retirement(Problems problems) {
        if (retirement.equals("none")) {
            return Optional.of(new Retirement.None());
        }
        Matcher curve = CURVE.matcher(retirement.strip());
        if (curve.matches()) {
            try {
                double days = Quantity.parse(curve.group(2)).in("day");
                if (days >= 1) {
                    return Optional.of(
                            curve.group(1).equals("half-life")
                                    ? new Retirement.HalfLife(days, retirement.strip())
                                    : new Retirement.Lifetime(Math.round(days), retirement.strip()));
                }
            } catch (UnitSyntax | UnitMismatch e) {
                // Said below.
            }
        }
        problems.error(
                "retirement",
                Place.argument("--retirement " + retirement),
                "retirement is none, half-life 4 year or lifetime 6 year, a time of at least a day");
        return Optional.empty();
    }
}

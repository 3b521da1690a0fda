package muster.inference.serving;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import muster.catalog.Catalog;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;
import muster.fleet.query.FleetCounting;
import muster.fleet.query.FleetDates;
import muster.fleet.query.FleetQuery;
import muster.fleet.query.FleetSelection;
import muster.fleet.query.H100eCount;
import muster.fleet.query.ServingUse;
import muster.fleet.stock.Retirement;
import muster.format.Precision;
import muster.inference.replica.ReplicaRequest;
import muster.inference.step.RequestTokens;
import muster.inference.step.Speculation;
import muster.scenario.ScenarioCatalog;
import muster.uncertainty.sampling.Sampling;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** Llama 3.1 405B is 410 GB in fp8, and an H100 holds 0.9 of 80 GiB less 2.5 GB: six, up to a power of two. */
final class UsableFleetTest {
    private static final Catalog SHELF = ScenarioCatalog.catalog(ScenarioCatalog.KINDS, List.of(), new Problems());

    private static Text text(String word) {
        return new Text(word, Place.argument(word));
    }

    private static FleetQuery fleet(String id, Optional<Text> chip) {
        Problems problems = new Problems();
        FleetCounting counting = new FleetCounting(
                FleetCounting.By.parse(text("chip"), problems).orElseThrow(),
                Precision.values()[0],
                H100eCount.parse(text("8-bit"), problems).orElseThrow());
        return new FleetQuery(
                text(id),
                new FleetSelection(Optional.empty(), chip, Optional.empty(), Optional.empty()),
                new FleetDates(
                        List.of(),
                        OptionalDouble.empty(),
                        Retirement.parse(text("none"), problems).orElseThrow(),
                        Place.argument(id)),
                counting,
                new Sampling(1, 100, 1));
    }

    private static Optional<UsableFleet> usable(FleetQuery fleet, String model, int most, Problems problems) {
        ReplicaRequest request = new ReplicaRequest(new RequestTokens(1024, 1024), most, Speculation.NONE);
        return UsableFleet.of(fleet, text(model), text("fp8"), request, SHELF, problems);
    }

    private static Usability h100(String model, int most) {
        Problems problems = new Problems();
        UsableFleet fleet = usable(fleet("epoch-2026-09", Optional.of(text("nvidia-h100-sxm"))), model, most, problems)
                .orElseThrow(() -> new AssertionError(problems.sorted().toString()));
        // 1,979e12 FLOP/s by its data sheet.
        assertThat(fleet.eightBitFlopPerSecond()).isCloseTo(1979e12, Percentage.withPercentage(0.1));
        assertThat(fleet.formats()).startsWith("fp8, else ");
        assertThat(fleet.report().sections()).isNotEmpty();
        return fleet.kinds().stream()
                .filter(kind -> kind.chip().equals("nvidia-h100-sxm"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void eightChipsHoldTheModelAndFourDoNot() {
        assertThat(h100("llama-3.1-405b", 8).use()).isEqualTo(ServingUse.WITHIN_DOMAIN);
        assertThat(h100("llama-3.1-405b", 8).withinDomain()).hasValue(8);
        assertThat(h100("llama-3.1-405b", 4).use()).isEqualTo(ServingUse.NONE);
    }

    @Test
    void ofAClassOfChipsNothingIsKnown() {
        Problems problems = new Problems();
        UsableFleet fleet = usable(fleet("world-2023q1", Optional.empty()), "llama-3.1-8b", 8, problems)
                .orElseThrow();
        assertThat(fleet.kinds())
                .anySatisfy(kind -> assertThat(kind).isEqualTo(Usability.unknown("desktop-from-2021")));
    }

    @Test
    void aModelThatIsNotThereIsRefused() {
        Problems problems = new Problems();
        assertThat(usable(fleet("epoch-2026-09", Optional.empty()), "llama-3.1-71b", 8, problems))
                .isEmpty();
        assertThat(problems.sorted())
                .singleElement()
                .satisfies(problem -> assertThat(problem.code()).isEqualTo("unknown-id"));
    }
}

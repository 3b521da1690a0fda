package muster.fleet;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import muster.catalog.EntryKind;
import muster.diagnostic.Problems;
import muster.document.CatalogEntry;
import muster.document.In;
import muster.document.Otherwise;
import muster.document.Range;
import muster.trace.Chain;
import muster.trace.Figure;
import muster.uncertainty.Input;
import muster.unit.NumberText;

/**
 * What a laboratory's part of a fleet is used for. The shares add to 100%; where some are uncertain each draw is divided by its sum.
 *
 * @param finalTraining runs whose models are released
 * @param experiments runs that are not: research, data made by models, models that are given up
 * @param internalAgents models that work for the laboratory itself
 * @param externalServing models that customers use
 * @param of what is shared out, where it is not chips, as dollars, which are not FLOP
 */
@CatalogEntry("fleet-uses/v1")
public record FleetUses(
        @In(value = "1", range = Range.SHARE) @Otherwise(value = "0%", because = "no other use is stated")
        Input finalTraining,

        @In(value = "1", range = Range.SHARE) @Otherwise(value = "0%", because = "no other use is stated")
        Input experiments,

        @In(value = "1", range = Range.SHARE) @Otherwise(value = "0%", because = "no other use is stated")
        Input internalAgents,

        @In(value = "1", range = Range.SHARE) @Otherwise(value = "0%", because = "no other use is stated")
        Input externalServing,

        Optional<String> of) {

    /** Published splits in the catalog. */
    public static final EntryKind<FleetUses> KIND = new EntryKind<>("fleet-uses/v1", "fleet-uses", FleetUses.class);

    private static final double ROUNDING = 1e-6;

    private List<Input> all() {
        return List.of(finalTraining, experiments, internalAgents, externalServing);
    }

    /** Reports shares that do not add to the whole. */
    void check(Problems problems) {
        double sum = all().stream().mapToDouble(Input::central).sum();
        if (Math.abs(sum - 1) > ROUNDING) {
            problems.error(
                    "shares-not-whole",
                    all().stream()
                            .filter(share -> share.source()
                                    .filter(source -> source.id().equals("default"))
                                    .isEmpty())
                            .findFirst()
                            .orElse(finalTraining)
                            .place(),
                    "the uses of a fleet add to 100%%, and these to %s%%: final_training %s, experiments %s, internal_agents %s, external_serving %s"
                            .formatted(
                                    NumberText.rounded(100 * sum, 5),
                                    finalTraining.value(),
                                    experiments.value(),
                                    internalAgents.value(),
                                    externalServing.value()));
        }
    }

    /** The part of the fleet that a use has, not yet named. */
    Figure part(Chain chain, Input use) {
        Figure own = chain.input(use, "");
        boolean certain =
                all().stream().allMatch(share -> share.value().distribution().certain());
        all().forEach(chain::look);
        return certain
                ? own
                : own.over(all().stream()
                        .map(share -> chain.input(share, ""))
                        .reduce(Figure::plus)
                        .orElseThrow());
    }

    /** The shares that a reader should see, in words. */
    public String words() {
        return Stream.of(
                                word("final training", finalTraining),
                                word("experiments", experiments),
                                word("internal agents", internalAgents),
                                word("external serving", externalServing))
                        .reduce((a, b) -> a + ", " + b)
                        .orElseThrow()
                + of.map(what -> "; shares of %s".formatted(what)).orElse("");
    }

    private static String word(String use, Input share) {
        return "%s %s".formatted(share.value(), use);
    }
}

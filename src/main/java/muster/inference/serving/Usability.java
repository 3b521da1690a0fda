package muster.inference.serving;

import java.util.OptionalInt;
import muster.diagnostic.Problems;
import muster.fleet.chips.ChipType;
import muster.fleet.query.ServingUse;
import muster.inference.replica.ModelOnChip;
import muster.unit.NumberText;

/**
 * Whether a kind of chip can serve a model: hold its weights and one request.
 *
 * @param chip the id of the kind
 * @param use how far it can
 * @param withinDomain the fewest chips of one scale-up domain that hold it
 * @param chips the fewest chips of any replica that hold it
 * @param words how the model is stored, or why it cannot be served
 */
public record Usability(String chip, ServingUse use, OptionalInt withinDomain, OptionalInt chips, String words) {

    /** That of chips of which it is not known what they are. */
    public static Usability unknown(String label) {
        return new Usability(
                label,
                ServingUse.UNKNOWN,
                OptionalInt.empty(),
                OptionalInt.empty(),
                "a class of chips, of whose memory and links nothing is known");
    }

    /**
     * That of a kind of chip.
     *
     * @param wanted the model, how it is stored, and the largest replica
     * @param type the kind
     */
    static Usability of(ModelToServe wanted, ChipType type) {
        Problems problems = new Problems();
        ServingSetup onChips = wanted.onChips();
        return onChips.setup(wanted.model(), type, problems)
                .map(setup -> of(onChips, setup, type))
                .orElseGet(() -> none(type, onChips.refusal(wanted.model(), type)));
    }

    private static Usability of(ServingSetup onChips, ModelOnChip setup, ChipType type) {
        int most = onChips.request().maxReplicaChips();
        OptionalInt within = onChips.upTo(Math.min(most, setup.machine().domainChips()))
                .search(setup)
                .fewest();
        OptionalInt chips = onChips.search(setup).fewest();
        if (chips.isEmpty()) {
            return none(type, setup.tooSmall(onChips.request()));
        }
        return new Usability(
                type.id().value(),
                within.isPresent() ? ServingUse.WITHIN_DOMAIN : ServingUse.ACROSS_DOMAINS,
                within,
                chips,
                setup.encodings()
                        + (within.isPresent()
                                ? ""
                                : "; a scale-up domain has %s chips"
                                        .formatted(
                                                NumberText.exact(setup.machine().domainChips()))));
    }

    private static Usability none(ChipType type, String reason) {
        return new Usability(type.id().value(), ServingUse.NONE, OptionalInt.empty(), OptionalInt.empty(), reason);
    }
}

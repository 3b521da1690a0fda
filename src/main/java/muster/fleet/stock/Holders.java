package muster.fleet.stock;

import java.util.List;
import java.util.Optional;

/**
 * Whose chips a fleet of the catalog counts. Users' fleets count chips that owners' fleets count too, so the two never add.
 *
 * @param fleet the id of the fleet
 * @param owner whose part of it is meant, where it is one's
 * @param chipsOf whose chips that owner runs, where it is their user
 */
public record Holders(String fleet, Optional<String> owner, List<String> chipsOf) {
    public Holders {
        chipsOf = List.copyOf(chipsOf);
    }

    /** Why some of the chips are those of another fleet, in words; nothing where they are others, or the very same. */
    public Optional<String> shares(Holders other) {
        if (fleet.equals(other.fleet()) && owner.equals(other.owner())) {
            return Optional.empty();
        }
        if (owner.isEmpty() || other.owner().isEmpty()) {
            return Optional.of("%s counts chips of all owners".formatted(owner.isEmpty() ? fleet : other.fleet()));
        }
        String one = owner.get();
        String two = other.owner().get();
        if (one.equals(two)) {
            return Optional.of("both count those of %s".formatted(one));
        }
        return chipsOf.contains(two)
                ? Optional.of("%s runs chips of %s".formatted(one, two))
                : other.chipsOf().contains(one)
                        ? Optional.of("%s runs chips of %s".formatted(two, one))
                        : Optional.empty();
    }
}

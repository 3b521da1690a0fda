package muster.technique.comparison;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Techniques that go together, all of them and all but each one.
 *
 * @param all all of them
 * @param alone each alone, in the same order
 * @param without all but each, in the same order
 */
public record TechniqueStack(ComparisonRow all, List<ComparisonRow> alone, List<ComparisonRow> without) {

    public TechniqueStack {
        alone = List.copyOf(alone);
        without = List.copyOf(without);
    }

    /** The gain of all together at equal loss. */
    public OptionalDouble joint() {
        return all.throughputGain(all.equalLoss());
    }

    /** The product of the gains of each alone; nothing where one has none. */
    public OptionalDouble product() {
        return alone.stream().allMatch(row -> gain(row).isPresent())
                ? OptionalDouble.of(alone.stream()
                        .mapToDouble(row -> gain(row).getAsDouble())
                        .reduce(1, (a, b) -> a * b))
                : OptionalDouble.empty();
    }

    /** The gain of all together over the product of each alone: what is lost, or won, by being together. */
    public OptionalDouble interaction() {
        return joint().isPresent() && product().isPresent()
                ? OptionalDouble.of(joint().getAsDouble() / product().getAsDouble())
                : OptionalDouble.empty();
    }

    /** What one of them gains on top of the others. */
    public OptionalDouble onTop(int technique) {
        OptionalDouble others = gain(without.get(technique));
        return joint().isPresent() && others.isPresent()
                ? OptionalDouble.of(joint().getAsDouble() / others.getAsDouble())
                : OptionalDouble.empty();
    }

    /** Why the joint gain is another than the product. */
    public List<InteractionReason> reasons() {
        return InteractionReason.of(this);
    }

    private static OptionalDouble gain(ComparisonRow row) {
        return row.throughputGain(row.equalLoss());
    }
}

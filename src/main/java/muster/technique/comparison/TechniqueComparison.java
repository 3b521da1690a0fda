package muster.technique.comparison;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import muster.technique.Attempt;
import muster.technique.Design;
import muster.unit.NumberText;

/**
 * Techniques beside a base: each alone, and those that go together. Every row is served anew; no gain is a product of others.
 *
 * <p>The base is the same whatever the techniques are. One that it has already is compared with the base without it, and is no part
 * of what goes together, since every row has it.
 *
 * @param base the base
 * @param alone each technique alone, in the order of the question
 * @param stacks the largest sets of those that the base has not and that can be had alone, of which no two are alternatives; none
 *     of one alone
 */
public record TechniqueComparison(ComparisonRow base, List<ComparisonRow> alone, List<TechniqueStack> stacks) {

    public TechniqueComparison {
        alone = List.copyOf(alone);
        stacks = List.copyOf(stacks);
    }

    /**
     * What designs are compared by.
     *
     * @param server serves designs
     * @param costs what training costs
     * @param mostTraded by how many orders of magnitude techniques may move compute between training and inference
     */
    public record Resources(DesignResult.Server server, TrainingAndServingCosts costs, double mostTraded) {
        DesignResult serve(Attempt attempt, Design against) {
            return attempt.design()
                    .filter(design -> design.traded() <= mostTraded)
                    .map(design -> server.serve(design, against))
                    .orElseGet(() -> new DesignResult(attempt.design(), Optional.empty(), refusal(attempt)));
        }

        // Villalobos and Atkinson 2023, Epoch AI: combined trades span two to three orders of magnitude.
        private String refusal(Attempt attempt) {
            return attempt.design()
                    .map(design ->
                            "these techniques trade %s orders of magnitude between training and inference, and at most %s are known to be had (Epoch AI 2023: two to three combined)"
                                    .formatted(
                                            NumberText.rounded(design.traded(), 3), NumberText.rounded(mostTraded, 3)))
                    .orElse(attempt.refusal());
        }
    }

    /**
     * Compares.
     *
     * @param design the base
     * @param techniques the techniques
     * @param means what it is compared by
     */
    public static TechniqueComparison of(Design design, List<NamedTechnique> techniques, Resources means) {
        Rows rows = new Rows(design, means);
        List<ComparisonRow> alone = techniques.stream()
                .map(technique -> technique.in(design) ? rows.held(technique) : rows.of(List.of(technique)))
                .toList();
        List<NamedTechnique> more = alone.stream()
                .filter(row -> !row.inBase() && row.equalLoss().design().isPresent())
                .flatMap(row -> row.techniques().stream())
                .toList();
        List<TechniqueStack> stacks = new ArrayList<>();
        for (List<NamedTechnique> set : together(more)) {
            if (set.size() > 1) {
                stacks.add(new TechniqueStack(
                        rows.of(set),
                        set.stream().map(one -> rows.of(List.of(one))).toList(),
                        set.stream().map(one -> rows.of(without(set, one))).toList()));
            }
        }
        return new TechniqueComparison(rows.of(List.of()), alone, stacks);
    }

    private static List<NamedTechnique> without(List<NamedTechnique> set, NamedTechnique one) {
        return set.stream().filter(other -> !other.equals(one)).toList();
    }

    /** The largest sets of which no two are alternatives, in the order of the techniques. */
    public static List<List<NamedTechnique>> together(List<NamedTechnique> techniques) {
        List<List<NamedTechnique>> sets = new ArrayList<>(List.of(List.of()));
        for (NamedTechnique next : techniques) {
            List<List<NamedTechnique>> longer = new ArrayList<>();
            for (List<NamedTechnique> set : sets) {
                List<NamedTechnique> fitting =
                        set.stream().filter(next::goesWith).toList();
                if (fitting.size() == set.size()) {
                    longer.add(plus(set, next));
                } else {
                    longer.add(set);
                    longer.add(plus(fitting, next));
                }
            }
            sets = longer;
        }
        List<List<NamedTechnique>> all = sets;
        return sets.stream()
                .distinct()
                .filter(set -> all.stream().noneMatch(other -> other.size() > set.size() && other.containsAll(set)))
                .toList();
    }

    private static List<NamedTechnique> plus(List<NamedTechnique> set, NamedTechnique next) {
        List<NamedTechnique> longer = new ArrayList<>(set);
        longer.add(next);
        return longer;
    }

    /** Rows, each served once. */
    private static final class Rows {
        private final Design design;
        private final Resources means;
        private final DesignResult base;
        private final Map<List<NamedTechnique>, ComparisonRow> served = new HashMap<>();

        Rows(Design design, Resources means) {
            this.design = design;
            this.means = means;
            this.base = means.serve(Attempt.of(design), design);
        }

        /** The base beside what it is without a technique that it has. */
        ComparisonRow held(NamedTechnique technique) {
            Design without = technique.without(design);
            DesignResult own = means.serve(Attempt.of(design), without);
            return new ComparisonRow(
                    List.of(technique), own, own, means.serve(Attempt.of(without), without), means.costs(), true);
        }

        ComparisonRow of(List<NamedTechnique> techniques) {
            return served.computeIfAbsent(NamedTechnique.inOrder(techniques), ordered -> {
                Attempt equalLoss = Attempt.of(design);
                Attempt sameWeights = Attempt.of(design);
                for (NamedTechnique technique : ordered) {
                    equalLoss = equalLoss.then(technique.change()::atEqualLoss);
                    sameWeights = sameWeights.then(technique.change()::onSameWeights);
                }
                return ordered.isEmpty()
                        ? new ComparisonRow(ordered, base, base, base, means.costs(), false)
                        : new ComparisonRow(
                                techniques,
                                means.serve(equalLoss, design),
                                means.serve(sameWeights, design),
                                base,
                                means.costs(),
                                false);
            });
        }
    }
}

package muster.view.comparison;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import muster.scenario.ComparisonResult;
import muster.technique.comparison.ComparisonRow;
import muster.technique.comparison.DesignRange;
import muster.technique.comparison.NamedTechnique;
import muster.technique.comparison.RangePoint;
import muster.technique.comparison.ServiceLife;
import muster.technique.comparison.TechniqueStack;
import muster.view.Data;
import muster.view.DataDocument;
import muster.view.Fields;

/** Techniques beside a base, in the schema {@code compare/v2}. */
final class CompareData {
    private CompareData() {}

    static Data of(List<ComparisonResult> all) {
        ComparisonResult first = all.get(0);
        return DataDocument.of("compare/v2", first.catalog())
                .set(first.settings())
                .sampled(first.sampling())
                .results(all.stream().map(compared -> compared(compared, first)).toList());
    }

    private static Data compared(ComparisonResult compared, ComparisonResult first) {
        Fields fields = new Fields().text("scenario", compared.scenario());
        DataDocument.ownCatalog(fields, first.catalog(), compared.catalog());
        fields.texts("notes", compared.notes());
        if (compared.span() instanceof ServiceLife.Tokens tokens) {
            fields.quantity("served", tokens.count(), "token");
        } else {
            fields.quantity("horizon", ((ServiceLife.Time) compared.span()).seconds(), "s");
        }
        return fields.quantity("required_serial_speed", compared.requiredSpeed(), "token/s/stream")
                .count("max_replica_chips", compared.maxReplicaChips())
                .array(
                        "rows",
                        CompareView.rows(compared).stream()
                                .map(row -> row(compared, row))
                                .toList())
                .array(
                        "together",
                        compared.comparison().stacks().stream()
                                .map(CompareData::stack)
                                .toList())
                .texts("limits", CompareRange.limits(compared))
                .build();
    }

    private static Data row(ComparisonResult compared, ComparisonRow row) {
        Fields fields = new Fields()
                .texts("techniques", ids(row))
                .flag("in_base", row.inBase())
                .number("budget_gain", row.budgetGain())
                .number("training_part_of_budget", row.trainingPart());
        if (row.techniques().size() == 1) {
            NamedTechnique technique = row.techniques().get(0);
            fields.text("title", technique.title())
                    .texts(
                            "fills",
                            technique.slots().stream()
                                    .map(Object::toString)
                                    .sorted()
                                    .toList());
        }
        fields.put("equal_loss", ServedDesignData.of(row, row.equalLoss()))
                .put("same_weights", ServedDesignData.of(row, row.sameWeights()))
                .quantity("extra_training", row.extraFlop(), "FLOP");
        around(compared, row)
                .ifPresent(around -> fields.array(
                        "around", around.spots().stream().map(CompareData::spot).toList()));
        if (!row.techniques().isEmpty()) {
            breakEven(fields, row.breakEvenTokens());
        }
        return fields.array("sources", sources(row)).build();
    }

    private static List<String> ids(ComparisonRow row) {
        return row.techniques().stream().map(NamedTechnique::id).toList();
    }

    private static Optional<DesignRange> around(ComparisonResult compared, ComparisonRow row) {
        return compared.surroundings().stream()
                .filter(around -> around.row().equals(row))
                .findFirst();
    }

    private static Data spot(RangePoint spot) {
        return new Fields()
                .count("max_replica_chips", spot.maxReplicaChips())
                .quantity("serial_speed", spot.serialSpeed(), "token/s/stream")
                .quantity("throughput", spot.throughput(), "token/s")
                .number("throughput_gain", spot.gain())
                .number("budget_gain", spot.budgetGain())
                .build();
    }

    // What never pays has no number of tokens.
    private static void breakEven(Fields fields, OptionalDouble tokens) {
        tokens.ifPresent(count -> fields.flag("breaks_even", Double.isFinite(count)));
        if (tokens.isPresent() && Double.isFinite(tokens.getAsDouble())) {
            fields.quantity("break_even", tokens, "token");
        }
    }

    private static List<Data> sources(ComparisonRow row) {
        return row.techniques().isEmpty()
                ? List.of(new Fields()
                        .text("quality", "same quality")
                        .text("source", "the scenario")
                        .build())
                : row.techniques().stream()
                        .<Data>map(technique -> new Fields()
                                .text("technique", technique.id())
                                .text("quality", technique.standing().toString())
                                .text("source", technique.source())
                                .build())
                        .toList();
    }

    private static Data stack(TechniqueStack stack) {
        List<ComparisonRow> alone = stack.alone();
        return new Fields()
                .texts("techniques", ids(stack.all()))
                .number("joint_gain", stack.joint())
                .number("product_of_gains", stack.product())
                .number("interaction", stack.interaction())
                .array(
                        "gains",
                        alone.stream()
                                .map(row -> new Fields()
                                        .text("technique", row.name())
                                        .number("alone", row.throughputGain(row.equalLoss()))
                                        .number("on_top_of_the_others", stack.onTop(alone.indexOf(row)))
                                        .build())
                                .toList())
                .texts("why", CompareNotes.together(stack))
                .build();
    }
}

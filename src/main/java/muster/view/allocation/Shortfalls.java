package muster.view.allocation;

import java.util.ArrayList;
import java.util.List;
import muster.allocation.search.Shortfall;
import muster.unit.NumberText;
import muster.view.Paragraph;
import muster.view.Preformatted;
import muster.view.Section;

/**
 * Why there is no plan, and what would make one.
 *
 * @param result an allocation without a plan
 */
record Shortfalls(AllocationResult result) {
    private static final double MEGA = 1e6;

    List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        sections.add(Paragraph.of("%s: there is no plan. It needs %s"
                .formatted(
                        result.estimate().scenario(),
                        result.allocated()
                                .situation()
                                .requirement()
                                .map(requirement -> requirement.words())
                                .orElse("more than there is"))));
        result.allocated().shortfalls().forEach(shortfall -> sections.add(lines(shortfall)));
        return sections;
    }

    static Preformatted lines(Shortfall shortfall) {
        List<String> lines = new ArrayList<>();
        lines.add(
                "training job %s needs %s FLOP by the end of period %s; the fleet can do %s by then, if it does nothing else"
                        .formatted(
                                shortfall.job(),
                                NumberText.rounded(shortfall.neededFlop(), 4),
                                shortfall.by(),
                                NumberText.rounded(shortfall.mostFlop(), 4)));
        lines.add("  conflicting constraints: %s".formatted(String.join(", ", shortfall.conflict())));
        cures(shortfall).forEach(cure -> lines.add("  feasible with " + cure));
        return new Preformatted(lines);
    }

    private static List<String> cures(Shortfall shortfall) {
        List<String> cures = new ArrayList<>();
        shortfall.later().ifPresent(period -> cures.add("a later date: it can be complete after period " + period));
        shortfall
                .moreChips()
                .ifPresent(
                        part -> cures.add("%s more of every kind of chip".formatted(AllocationTables.percent(part))));
        shortfall
                .morePowerWatts()
                .ifPresent(watts -> cures.add("%s MW more power".formatted(NumberText.rounded(watts / MEGA, 4))));
        shortfall
                .moreBudgetUsd()
                .ifPresent(usd -> cures.add("%s USD more budget".formatted(NumberText.rounded(usd, 4))));
        cures.add("%s FLOP less work".formatted(NumberText.rounded(shortfall.neededFlop() - shortfall.mostFlop(), 4)));
        return cures;
    }
}

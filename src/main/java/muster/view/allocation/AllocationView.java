package muster.view.allocation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import muster.allocation.problem.Activity;
import muster.allocation.problem.Assignment;
import muster.allocation.problem.Situation;
import muster.allocation.search.OptimalPlan;
import muster.uncertainty.sampling.Percentiles;
import muster.unit.NumberText;
import muster.view.Chapter;
import muster.view.Data;
import muster.view.Grid;
import muster.view.Medium;
import muster.view.Notes;
import muster.view.Paragraph;
import muster.view.Picture;
import muster.view.Rank;
import muster.view.Section;
import muster.view.View;
import muster.view.Words;

/**
 * An allocation: the plan, its prices, what it is compared with and what it rests on.
 *
 * @param result the allocation
 * @param explain whether to show the search and every step behind the coefficients
 */
public record AllocationView(AllocationResult result, boolean explain) implements View {

    @Override
    public String title() {
        return "muster allocate " + result.estimate().scenario();
    }

    @Override
    public List<Section> sections(Medium medium) {
        Optional<OptimalPlan> best = result.allocated().best();
        List<Section> sections = new ArrayList<>(result.idle()
                .map(Idleness::sections)
                .orElseGet(() -> best.map(this::planned).orElseGet(() -> new Shortfalls(result).sections())));
        if (medium == Medium.PAGE && result.idle().isEmpty()) {
            best.ifPresent(plan ->
                    sections.add(table("Charts", new Picture(name(), AllocationChart.svg(result, plan)))));
        }
        spread().ifPresent(sections::add);
        sections.add(notes());
        if (explain) {
            sections.addAll(new SearchSteps(result).sections());
        }
        return sections;
    }

    private String name() {
        return result.estimate().scenario() + "-allocation";
    }

    private List<Section> planned(OptimalPlan plan) {
        Situation situation = result.allocated().situation();
        List<Section> sections = new ArrayList<>();
        boolean research = situation.research().isPresent();
        ResearchTables under = new ResearchTables(result, plan);
        sections.add(research ? under.headline() : headline(plan));
        sections.add(table(
                "The plan, in periods of %s"
                        .formatted(result.section().section().period().value()),
                PlanTable.of(situation, plan)));
        sections.add(table(
                research ? "What comes of it, over the laboratory's" : "What comes of it",
                research ? under.results() : AllocationTables.results(situation, plan)));
        sections.add(table(
                "Shadow prices: what one more would be worth, in %s, with the periods of completion as they are"
                        .formatted(WorthUnit.words(situation)),
                AllocationTables.prices(situation, plan)));
        if (research) {
            sections.add(table(
                    "What 1,000 chips more would add in each use in a period, in %s"
                            .formatted(WorthUnit.words(situation)),
                    under.uses()));
        }
        if (result.allocated().choices().size() > 1) {
            sections.add(table("What could be trained", AllocationTables.choices(result.allocated())));
        }
        sections.add(table("Simple rules on the same fleet", AllocationTables.rules(result.allocated(), plan)));
        return sections;
    }

    private Section headline(OptimalPlan plan) {
        return Paragraph.of("%s: %s researcher-months, worth %s after diminishing returns and discount; %s"
                .formatted(
                        result.estimate().scenario(),
                        NumberText.rounded(plan.evaluation().researcherMonths(), 4),
                        NumberText.rounded(plan.worth(), 4),
                        plan.schedule()));
    }

    private static Section table(String title, Section section) {
        return Chapter.of(Rank.SUBHEADING, Words.of(title), section);
    }

    private Optional<Section> spread() {
        if (result.spread().isEmpty()) {
            return Optional.empty();
        }
        List<List<String>> rows = new ArrayList<>();
        result.spread().forEach((name, summary) -> {
            Percentiles spread = summary.percentiles();
            rows.add(List.of(name, figure(spread.p5()), figure(spread.p50()), figure(spread.p95())));
        });
        return Optional.of(table(
                "Over %s samples, each solved anew; regret is what the plan above gives away where it is followed"
                        .formatted(result.sampling().map(how -> how.samples()).orElse(0L)),
                Grid.of(List.of("figure", "p5", "p50", "p95"), rows, Set.of(1, 2, 3))));
    }

    private static String figure(double value) {
        return NumberText.rounded(value, 4);
    }

    private Section notes() {
        Words heading = Words.NONE
                .strong(result.estimate().scenario())
                .plain(", catalog " + result.estimate().catalog().hash());
        return Chapter.of(Rank.CAPTION, heading, Notes.of(AllocationNotes.of(result)));
    }

    /** Every assignment of the plan, a row each; a head alone where there is no plan. */
    @Override
    public Grid rows() {
        List<List<String>> rows = new ArrayList<>();
        result.allocated().best().ifPresent(plan -> plan.assignments().forEach(each -> rows.add(row(each))));
        return Grid.of(
                List.of("scenario", "period", "chip", "activity", "model", "variant", "chips", "catalog"),
                rows,
                Set.of(1, 6));
    }

    private List<String> row(Assignment each) {
        return List.of(
                result.estimate().scenario(),
                String.valueOf(each.period() + 1),
                each.chip(),
                AllocationData.activity(each.activity()),
                each.activity().model(),
                each.activity() instanceof Activity.Serve serve
                        ? serve.serving().variant()
                        : "",
                NumberText.exact(each.chips()),
                result.estimate().catalog().hash());
    }

    @Override
    public Data data() {
        return AllocationData.of(result);
    }
}

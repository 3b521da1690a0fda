package muster.view.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import muster.research.production.ResearchFigures;
import muster.research.production.ResearchLaw;
import muster.scenario.Estimate;
import muster.scenario.EstimateByResearchLaw;
import muster.scenario.EstimateByResearchLaw.Researched;
import muster.trace.TraceStep;
import muster.uncertainty.sampling.Percentiles;
import muster.unit.NumberText;
import muster.view.Grid;
import muster.view.figure.Cells;

/** A scenario under every law of research as a table. */
final class ResearchLawTable {
    /** The figures that hang on the law. */
    static final List<String> FIGURES = List.of(
            ResearchFigures.RATE,
            ResearchFigures.SPEEDUP,
            ResearchFigures.SPEEDUP_OVER_TIME,
            ResearchFigures.COMPUTE_ELASTICITY,
            ResearchFigures.HEADS_ELASTICITY,
            ResearchFigures.SPEED_ELASTICITY,
            ResearchFigures.LABOUR_CEILING,
            ResearchFigures.COMPUTE_CEILING);

    private static final int DIGITS = 3;

    private ResearchLawTable() {}

    /** A row for each figure of each law of each scenario, with all digits. */
    static Grid rows(List<EstimateByResearchLaw> views) {
        List<List<String>> rows = new ArrayList<>();
        for (EstimateByResearchLaw view : views) {
            for (Researched law : view.researched()) {
                FIGURES.forEach(name -> law.estimate().step(name).ifPresent(step -> rows.add(row(view, law, step))));
            }
        }
        return Grid.of(
                List.of("scenario", "research_law", "name", "value", "p5", "p50", "p95", "unit", "catalog"),
                rows,
                Set.of(3, 4, 5, 6));
    }

    private static List<String> row(EstimateByResearchLaw view, Researched law, TraceStep step) {
        Optional<Percentiles> spread = law.estimate().percentiles(step);
        return List.of(
                view.own().scenario(),
                law.id(),
                step.name(),
                NumberText.exact(step.value()),
                spread.map(found -> NumberText.exact(found.p5())).orElse(""),
                spread.map(found -> NumberText.exact(found.p50())).orElse(""),
                spread.map(found -> NumberText.exact(found.p95())).orElse(""),
                step.unit(),
                view.own().catalog().hash());
    }

    /** A row for each law. */
    static Grid grid(EstimateByResearchLaw view) {
        List<List<String>> rows = new ArrayList<>();
        for (Researched law : view.researched()) {
            rows.add(List.of(
                    law.own() && !law.id().equals(EstimateByResearchLaw.OWN)
                            ? law.id() + " (the scenario's)"
                            : law.id(),
                    cell(law, ResearchFigures.RATE),
                    cell(law, ResearchFigures.SPEEDUP_OVER_TIME),
                    times(law.withTenfoldHeads()),
                    times(law.withTenfoldSpeed()),
                    times(law.withTenfoldCompute()),
                    cell(law, ResearchFigures.LABOUR_CEILING),
                    binds(law)));
        }
        return Grid.of(
                List.of(
                        "law of research",
                        "rate, of the laboratory's",
                        "progress over " + over(view),
                        "ten times the heads",
                        "ten times the speed",
                        "ten times the compute",
                        "labour without limit",
                        "binds more"),
                rows,
                Set.of(1, 2, 3, 4, 5, 6));
    }

    private static String over(EstimateByResearchLaw view) {
        return view.researched().stream()
                .flatMap(law -> law.estimate().step(ResearchFigures.OVER).stream())
                .findFirst()
                .map(step -> "%s %s".formatted(NumberText.rounded(step.value(), DIGITS), step.unit()))
                .orElse("a time");
    }

    private static String times(double factor) {
        return "x " + NumberText.rounded(factor, DIGITS);
    }

    private static String binds(Researched law) {
        double compute = law.withTenfoldCompute();
        double heads = law.withTenfoldHeads();
        return compute > heads ? "compute" : heads > compute ? "labour" : "neither";
    }

    private static String cell(Researched law, String name) {
        return law.estimate()
                .step(name)
                .map(step -> Cells.of(law.estimate(), step))
                .orElse("-");
    }

    /** What must be said beside it. */
    static List<String> notes(EstimateByResearchLaw view) {
        Estimate own = view.own();
        List<String> notes = new ArrayList<>();
        own.settings().forEach(setting -> notes.add("changed: " + setting));
        notes.add("all laws compared to one laboratory: " + view.laboratory().words());
        notes.add(ResearchLaw.FITTED_ON);
        notes.add(
                "a step in the rate fades where progress goes by the logarithm of all research so far, which %s say; - where a law says nothing of it"
                        .formatted(view.researched().stream()
                                .filter(law -> law.law().accumulation().isPresent())
                                .map(Researched::id)
                                .collect(Collectors.joining(", "))));
        own.sampling()
                .ifPresent(how -> notes.add(
                        "rate and progress: medians with 5th and 95th percentiles of %s samples of seed %s; the rest at the central values"
                                .formatted(NumberText.rounded((double) how.samples(), 7), how.seed())));
        view.researched()
                .forEach(law -> notes.add("%s: %s".formatted(law.id(), law.law().name())));
        view.researched().stream()
                .flatMap(law -> law.estimate().warnings().stream())
                .filter(warning -> !warning.code().equals("research-bound"))
                .map(warning -> "warning: " + warning.message())
                .distinct()
                .forEach(notes::add);
        return notes;
    }
}

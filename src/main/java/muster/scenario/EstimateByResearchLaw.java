package muster.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import muster.catalog.Catalog;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;
import muster.research.Research;
import muster.research.production.Laboratory;
import muster.research.production.Production;
import muster.research.production.ResearchFigures;
import muster.research.production.ResearchLaw;
import muster.uncertainty.sampling.Sampling;
import muster.unit.Quantity;
import muster.workforce.WorkforceFigures;

/**
 * A scenario under every law of research of the catalog, and under its own where that is changed, all compared to one laboratory:
 * the scenario's, or where it has none that of the standard law.
 *
 * @param own the estimate of the scenario as it is
 * @param laboratory the laboratory
 * @param researched the laws, those of the catalog in the order of their ids
 */
public record EstimateByResearchLaw(Estimate own, Laboratory laboratory, List<Researched> researched) {
    /** The name of a law that the scenario changes. */
    public static final String OWN = "(the scenario's own)";

    private static final double TENFOLD = 10;

    public EstimateByResearchLaw {
        researched = List.copyOf(researched);
    }

    /**
     * A scenario under one law.
     *
     * @param id the id of the law; {@link #OWN} where the scenario changes one
     * @param own whether it is the one that the scenario names
     * @param law the law
     * @param estimate the estimate of the scenario under it
     */
    public record Researched(String id, boolean own, ResearchLaw law, Estimate estimate) {

        /** What ten times the compute for experiments would make of the rate, at the central values. */
        public double withTenfoldCompute() {
            return constants().rate(TENFOLD * compute(), labour()) / rate();
        }

        /** What ten times the heads would make of it. */
        public double withTenfoldHeads() {
            return constants().rate(compute(), labour() * constants().labour(TENFOLD, 1)) / rate();
        }

        /** What ten times the speed would make of it. */
        public double withTenfoldSpeed() {
            return constants().rate(compute(), labour() * TENFOLD) / rate();
        }

        private Production constants() {
            return law.central();
        }

        private double rate() {
            return constants().rate(compute(), labour());
        }

        private double compute() {
            return value(ResearchFigures.COMPUTE_RATIO).orElse(1.0);
        }

        private double labour() {
            return value(ResearchFigures.LABOUR_RATIO).orElseThrow();
        }

        private Optional<Double> value(String figure) {
            return estimate.quantity(figure).map(Quantity::base);
        }
    }

    /**
     * The scenario of a plan under every law of its catalog; nothing, with a problem reported, where it has no workforce.
     *
     * @param plan the plan
     * @param sampling how to sample, where it is wanted
     * @param problems where problems go
     */
    public static Optional<EstimateByResearchLaw> of(
            ScenarioPlan plan, Optional<Sampling> sampling, Problems problems) {
        Estimate own = Estimate.of(plan, sampling);
        if (own.step(WorkforceFigures.PARALLEL_RESEARCHERS).isEmpty()) {
            problems.error(
                    "missing-section",
                    Place.argument(plan.name()),
                    "%s makes no researchers of tokens, so there is no research. Maybe a scenario with workforce: and inference:?"
                            .formatted(plan.name()));
            return Optional.empty();
        }
        Catalog catalog = plan.entries();
        Place place = Place.argument(plan.name());
        Optional<ResearchLaw> standard = law(catalog, ResearchLaw.STANDARD, problems);
        Optional<Research> section = plan.scenario().research().or(() -> Research.usual(catalog, place, problems));
        return section.flatMap(research -> standard.map(law -> {
            Laboratory laboratory = laboratory(research, law);
            return new EstimateByResearchLaw(own, laboratory, all(plan, research, laboratory, sampling, problems));
        }));
    }

    // One researcher is no laboratory that could have experiments.
    private static Laboratory laboratory(Research research, ResearchLaw standard) {
        boolean counts = research.law().central().computeWeight() > 0;
        return research.baseline().orElseGet(() -> counts ? research.reference() : standard.baseline());
    }

    private static List<Researched> all(
            ScenarioPlan plan,
            Research section,
            Laboratory laboratory,
            Optional<Sampling> sampling,
            Problems problems) {
        List<Researched> all = new ArrayList<>();
        for (String id : plan.entries().ids(ResearchLaw.KIND)) {
            law(plan.entries(), id, problems)
                    .ifPresent(law -> all.add(new Researched(
                            id,
                            law.equals(section.law()),
                            law,
                            Estimate.of(plan.with(section.under(law, laboratory)), sampling))));
        }
        if (all.stream().noneMatch(Researched::own)) {
            all.add(
                    0,
                    new Researched(
                            OWN,
                            true,
                            section.law(),
                            Estimate.of(plan.with(section.under(section.law(), laboratory)), sampling)));
        }
        return all;
    }

    private static Optional<ResearchLaw> law(Catalog catalog, String id, Problems problems) {
        return catalog.bind(ResearchLaw.KIND, new Text(id, Place.argument(id)), "research.law", problems);
    }
}

package muster.scenario;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import muster.allocation.AllocationPlan;
import muster.fleet.FleetPlan;
import muster.fleet.FleetShare;
import muster.fleet.FleetSource;
import muster.inference.FlopRule;
import muster.inference.Inference;
import muster.inference.PreparedThroughput;
import muster.inference.Priced;
import muster.inference.replica.TimeModelChoice;
import muster.uncertainty.Input;
import muster.workforce.Calendar;
import muster.workforce.TokenRate;
import muster.workforce.WorkforcePlan;

/** What the figures of an estimate rest on, to be shown beside them. */
final class EstimateBasis {
    private EstimateBasis() {}

    /** Scope, precision, exchange rate and calendar of a plan, as far as it has them, and where its split is found. */
    static Map<String, String> of(ScenarioPlan plan) {
        Map<String, String> basis = new LinkedHashMap<>();
        plan.scenario().fleet().ifPresent(fleet -> fleet(plan.scenario(), fleet, basis));
        plan.fleet()
                .map(FleetPlan::assumptions)
                .filter(assumptions -> !assumptions.isEmpty())
                .ifPresent(assumptions -> basis.put("chips", String.join("; ", assumptions)));
        plan.scenario()
                .inference()
                .map(Inference::throughput)
                .filter(FlopRule.class::isInstance)
                .ifPresent(rule -> basis.put(
                        "throughput",
                        "flop-rule; that its utilisation and serial speed can be had together is assumed"));
        plan.serving()
                .flatMap(PreparedThroughput::decision)
                .map(decision -> decision.plan().onChips())
                .filter(setup -> setup.method() == TimeModelChoice.CALIBRATED)
                .ifPresent(setup -> basis.put("engine", setup.engine().basis(setup.calibration())));
        plan.fleet().filter(fleet -> plan.scenario().inference().isPresent()).ifPresent(fleet -> {
            boolean own = plan.scenario()
                    .inference()
                    .map(Inference::throughput)
                    .filter(Priced.class::isInstance)
                    .isPresent();
            CostBasis costs = new CostBasis(fleet);
            if (own) {
                basis.put("rent", "that of inference.throughput.rent");
            }
            costs.words().forEach(basis::putIfAbsent);
        });
        plan.workforce().ifPresent(workforce -> workforce(workforce, basis));
        plan.workforce()
                .flatMap(people -> quality(people, plan.allocation().isPresent()))
                .ifPresent(words -> basis.put("quality", words));
        plan.scenario().research().ifPresent(research -> basis.put("research", research.basis()));
        plan.allocation().flatMap(AllocationPlan::growth).ifPresent(words -> basis.put("growth", words));
        if (plan.allocation().isPresent()) {
            basis.put("allocation", "muster allocate finds what trains and what serves, which is not in these figures");
        }
        return basis;
    }

    private static void workforce(WorkforcePlan plan, Map<String, String> basis) {
        TokenRate rate = plan.rate();
        basis.put(
                "exchange-rate",
                "%s; tokens counted: %s%s"
                        .formatted(
                                rate.words(),
                                rate.counts(),
                                rate.source()
                                        .map(source -> "; " + source.citation())
                                        .orElse("")));
        Calendar calendar = plan.workforce().calendar();
        basis.put(
                "calendar",
                "humans work %s, AIs %s; a month of the clock is 30 days"
                        .formatted(calendar.human().value(), calendar.ai().value()));
    }

    // What a better model is worth matters wherever it is said, and where models are chosen also that it is not.
    private static Optional<String> quality(WorkforcePlan plan, boolean chooses) {
        Optional<String> words = plan.rate()
                .reference()
                .flatMap(reference -> plan.workforce().elasticity().words(reference.trainingCompute()));
        return plan.workforce().elasticity().rewards() || !chooses
                ? words
                : Optional.of(
                        words.map(said -> said + "; so better models are worth nothing here and only cost more")
                                .orElse(
                                        "better models are worth nothing by these inputs: without workforce.elasticity every model does the same research per token, and one of more training only costs more"));
    }

    private static void fleet(Scenario scenario, FleetShare fleet, Map<String, String> basis) {
        Optional<Input> serving = scenario.inference().flatMap(Inference::share);
        boolean trains = scenario.training()
                .filter(training -> training.budget().needsFleet())
                .isPresent();
        Input share = trains ? fleet.share() : serving.orElse(fleet.share());
        String more = trains
                ? serving.map(part -> " to train; %s to serve".formatted(part.value()))
                        .orElse("")
                : "";
        basis.put("scope", "%s of %s%s".formatted(share.value(), fleet.scope().words(), more));
        fleet.uses().ifPresent(uses -> basis.put("uses", uses.words()));
        basis.put("precision", "%s, dense".formatted(fleet.source().precision()));
        if (fleet.source() instanceof FleetSource.OfH100e stated) {
            basis.put("h100e-basis", stated.basis().toString());
        }
    }
}

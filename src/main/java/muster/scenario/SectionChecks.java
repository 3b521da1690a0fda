package muster.scenario;

import java.util.Map;
import java.util.Optional;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;
import muster.fleet.FleetShare;
import muster.fleet.FleetSource;
import muster.fleet.FleetUses;
import muster.fleet.TrainOn;
import muster.inference.Inference;
import muster.inference.Throughput;
import muster.model.ServedModel;
import muster.research.Research;
import muster.uncertainty.Input;
import muster.workforce.Elasticity;
import muster.workforce.Lead;
import muster.workforce.Workforce;

/** Checks that each section of a scenario has the sections that it builds on. */
final class SectionChecks {
    private final Scenario scenario;
    private final Map<String, Place> sections;
    private final Problems problems;

    private SectionChecks(Scenario scenario, Map<String, Place> sections, Problems problems) {
        this.scenario = scenario;
        this.sections = sections;
        this.problems = problems;
    }

    static void check(Scenario scenario, Map<String, Place> sections, Place whole, Problems problems) {
        SectionChecks wiring = new SectionChecks(scenario, sections, problems);
        if (scenario.training().isEmpty()
                && scenario.inference().isEmpty()
                && scenario.fleet().isEmpty()) {
            problems.error(
                    "missing-section",
                    whole,
                    "there is nothing to compute: a scenario has fleet, training, inference or workforce");
        }
        scenario.training()
                .filter(training ->
                        training.budget().needsFleet() && scenario.fleet().isEmpty())
                .ifPresent(training -> wiring.missing(
                        "fleet",
                        training.budget().place(),
                        "training.duration is the time of a fleet. Maybe training.compute instead?"));
        wiring.trainers();
        scenario.inference().ifPresent(wiring::inference);
        scenario.inference()
                .map(Inference::throughput)
                .filter(Throughput::findsBestSpeed)
                .ifPresent(wiring::bestSpeed);
        elasticity(scenario)
                .filter(elasticity -> scenario.inference()
                        .filter(inference -> inference.model().isEmpty())
                        .isPresent())
                .ifPresent(
                        elasticity -> problems.error(
                                "missing-key",
                                elasticity.place(),
                                "workforce.elasticity needs a model of known training compute, and inference.model is missing: trained, the id of a model, or {parameters: ..., training_compute: ...}"));
        scenario.lead().ifPresent(wiring::lead);
        if (scenario.allocation().isPresent()) {
            wiring.allocation();
        }
        scenario.research().ifPresent(wiring::research);
        scenario.fleet().flatMap(FleetShare::uses).ifPresent(wiring::uses);
        if (scenario.workforce().isPresent()
                && scenario.inference().isEmpty()
                && scenario.allocation().isEmpty()) {
            wiring.missing(
                    "inference", wiring.place("workforce"), "workforce counts the tokens that inference generates");
        }
    }

    /**
     * Checks that the model which a scenario serves tells how much training it had, where that counts.
     *
     * @param scenario the sections
     * @param model the model that is served, looked up
     * @param problems where problems go
     */
    static void checkTraining(Scenario scenario, ServedModel.Size model, Problems problems) {
        boolean trained = scenario.inference()
                .flatMap(Inference::model)
                .filter(ServedModel.Trained.class::isInstance)
                .isPresent();
        elasticity(scenario)
                .filter(elasticity -> !trained && !model.training().said())
                .ifPresent(
                        elasticity -> problems.error(
                                "unknown-training",
                                elasticity.place(),
                                "workforce.elasticity needs the training compute of the model that is served, and %s states none. Maybe %s?"
                                        .formatted(
                                                named(scenario)
                                                        .map(id -> "the catalog's " + id)
                                                        .orElse(ScenarioPaths.INFERENCE_MODEL),
                                                named(scenario)
                                                        .map(
                                                                "inference.model: {id: %s, training_tokens: ... or training_compute: ...}, or either key in its entry"
                                                                        ::formatted)
                                                        .orElse(
                                                                "inference.model.training_compute, or inference.model.training_tokens"))));
    }

    private static Optional<String> named(Scenario scenario) {
        return scenario.inference()
                .flatMap(Inference::model)
                .filter(ServedModel.Existing.class::isInstance)
                .map(existing -> ((ServedModel.Existing) existing).id().value());
    }

    private static Optional<Input> elasticity(Scenario scenario) {
        return scenario.workforce().map(Workforce::elasticity).flatMap(Elasticity::elasticity);
    }

    // Which chips train is told of a fleet on which something is trained.
    private void trainers() {
        boolean trains = scenario.training()
                        .filter(training -> training.budget().needsFleet())
                        .isPresent()
                || scenario.allocation()
                        .filter(plan -> plan.train().isPresent())
                        .isPresent();
        scenario.fleet()
                .map(FleetShare::trainOn)
                .filter(which -> !trains && !(which instanceof TrainOn.MadeForIt))
                .ifPresent(which -> problems.error(
                        "dead-key",
                        which.named().stream().map(Text::place).findFirst().orElse(place("fleet")),
                        "fleet.train_on says which chips train, and nothing is trained on this fleet"));
    }

    private void lead(Lead lead) {
        if (scenario.workforce().isEmpty()) {
            missing("workforce", place("lead"), "a lead is a time of a workforce");
        }
        boolean past = scenario.fleet()
                .filter(fleet -> fleet.source() instanceof FleetSource.FromCatalog known
                        && known.grownSince().isPresent())
                .isPresent();
        if (lead.growsAsBefore() && !past) {
            problems.error(
                    "missing-key",
                    place("lead"),
                    "lead.fleet_growth is as-before, and fleet.grown_since is missing: the date from which the growth of a fleet of the catalog is told");
        }
    }

    private void inference(Inference inference) {
        boolean trained =
                inference.model().filter(ServedModel.Trained.class::isInstance).isPresent();
        boolean trains = scenario.training().isPresent();
        if (trained && !trains) {
            missing(
                    "training",
                    place("inference"),
                    "inference.model is 'trained'. Maybe the id of a model in the catalog?");
        }
        if (trains && !trained) {
            problems.error(
                    "unused-section",
                    place("training"),
                    "the model that is trained here is not served: inference.model is another. Maybe inference.model: trained?");
        }
        speed(inference);
        if (inference.throughput().needsFleet() && scenario.fleet().isEmpty()) {
            missing(
                    "fleet",
                    inference.throughput().place(),
                    "this method of inference.throughput computes with a fleet");
        }
        if (inference.throughput().needsModel() && inference.model().isEmpty()) {
            problems.error(
                    "missing-key",
                    place("inference"),
                    "inference.model is missing: trained, the id of a model, or {parameters: ...}");
        }
    }

    // Work is counted once: heads, their penalty and what people do beside them have one place each.
    private void research(Research research) {
        if (scenario.workforce().isEmpty()) {
            missing("workforce", place("research"), "research is made of the work of a workforce");
        }
        scenario.workforce()
                .flatMap(Workforce::diminishingReturns)
                .ifPresent(returns -> problems.error(
                        "counted-twice",
                        returns.exponent().place(),
                        "workforce.diminishing_returns and research.law both count less for each head that is added. Maybe without workforce.diminishing_returns, and research.law: {id: ..., heads_exponent: %s}?"
                                .formatted(returns.exponent().value())));
        scenario.workforce()
                .flatMap(Workforce::automation)
                .ifPresent(
                        automation -> problems.error(
                                "counted-twice",
                                place("workforce"),
                                "workforce.automation and research: both count what people do beside AIs, and which tasks AIs can do. Maybe research.people with research.tasks, without workforce.automation?"));
        research.tasks().ifPresent(tasks -> TaskChecks.check(tasks, research, elasticity(scenario), problems));
    }

    private void uses(FleetUses uses) {
        boolean serves = scenario.inference()
                .filter(inference -> inference.throughput().needsFleet())
                .isPresent();
        boolean trains = scenario.training()
                .filter(training -> training.budget().needsFleet())
                .isPresent();
        boolean experiments = scenario.research()
                .filter(research -> research.experiments().isEmpty()
                        && research.law().central().computeWeight() > 0)
                .isPresent();
        unused(serves, uses.internalAgents(), "internal_agents", "inference runs on them");
        unused(trains, uses.finalTraining(), "final_training", "training.duration is their time");
        unused(experiments, uses.experiments(), "experiments", "research.law has no progress without any");
        scenario.inference()
                .flatMap(Inference::share)
                .ifPresent(
                        share -> problems.error(
                                "two-shares",
                                share.place(),
                                "inference.share and fleet.uses both say what serves. Maybe without inference.share, which internal_agents has the place of?"));
        if (scenario.allocation().isPresent()) {
            problems.error(
                    "two-shares",
                    place("allocation"),
                    "allocation finds what chips are used for, and fleet.uses states it. Maybe without fleet.uses?");
        }
    }

    private void unused(boolean needed, Input use, String key, String why) {
        if (needed && use.central() == 0) {
            problems.error(
                    "no-share",
                    use.place(),
                    "fleet.uses leaves no chips for %s, and %s. Maybe %s: 20%%?".formatted(key, why, key));
        }
    }

    private void allocation() {
        if (scenario.fleet().isEmpty()) {
            missing("fleet", place("allocation"), "an allocation splits the chips of a fleet");
        }
        if (scenario.workforce().isEmpty()) {
            missing("workforce", place("allocation"), "an allocation is worth what its researchers do");
        }
    }

    // Without diminishing returns slower streams always do more work.
    private void bestSpeed(Throughput throughput) {
        boolean diminishing = scenario.workforce()
                .flatMap(Workforce::diminishingReturns)
                .filter(returns -> returns.exponent().central() < 1)
                .isPresent();
        boolean penalised = scenario.research()
                .filter(research -> research.law().central().headsExponent() < 1)
                .isPresent();
        if (!diminishing && !penalised) {
            problems.error(
                    "best-speed",
                    throughput.place(),
                    "inference.throughput.serial_speed: best needs workforce.diminishing_returns with an exponent below 1, or research.law with one of heads: without them more and slower researchers always do more. Maybe at-least 10 token/s?");
        }
    }

    private void speed(Inference inference) {
        boolean own = inference.throughput().hasSpeed();
        if (own && inference.serialSpeed().isPresent()) {
            problems.error(
                    "two-speeds",
                    inference.serialSpeed().get().place(),
                    "inference.serial_speed and inference.throughput.serial_speed are both there, and this method requires a speed of its own. Maybe inference.serial_speed: !delete?");
        }
        if (!own && inference.serialSpeed().isEmpty()) {
            problems.error(
                    "missing-key",
                    place("inference"),
                    "inference.serial_speed is missing (a number in token/s/stream), which this method of inference.throughput cannot compute");
        }
    }

    private void missing(String section, Place place, String why) {
        problems.error("missing-section", place, "the section %s: is missing: %s".formatted(section, why));
    }

    private Place place(String section) {
        return sections.getOrDefault(section, new Place("", 1, 1));
    }
}

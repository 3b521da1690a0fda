package muster.scenario;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import muster.allocation.AllocationPlan;
import muster.catalog.Catalog;
import muster.catalog.Entry;
import muster.diagnostic.Nearest;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.Binder;
import muster.document.yaml.Layers;
import muster.document.yaml.Mapping;
import muster.document.yaml.Text;
import muster.fleet.FleetPlan;
import muster.inference.Inference;
import muster.inference.ServingResources;
import muster.inference.Throughput;
import muster.inference.ThroughputPlan;
import muster.model.ModelFamily;
import muster.model.ServedModel;
import muster.scaling.Training;
import muster.scaling.TrainingBudget;
import muster.scaling.TrainingPlan;
import muster.trace.Chain;
import muster.trace.Curve;
import muster.trace.TraceStep;
import muster.uncertainty.Input;
import muster.uncertainty.sampling.SampleBatch;
import muster.workforce.WorkforcePlan;

/** Makes plans of the scenarios in a catalog. */
public final class Scenarios {
    private Scenarios() {}

    /**
     * The plan of a scenario, or nothing with problems reported.
     *
     * @param catalog where the scenario and all that it names are found
     * @param id the id, where it is named
     * @param settings assignments such as {@code training.duration=90 day}, laid over the file in this order, and of values of
     *     entries, as {@code chip.nvidia-h100-sxm.power.tdp=640 W}, laid over the catalog
     * @param problems where problems go
     */
    public static Optional<ScenarioPlan> plan(Catalog catalog, Text id, List<String> settings, Problems problems) {
        Optional<Entry> alone = catalog.entry(Scenario.KIND, id, problems);
        if (alone.isEmpty()) {
            return Optional.empty();
        }
        Catalog named = Overlays.named(changed(alone.get().body(), ofOverlays(settings), problems), catalog, problems);
        EntrySettings set = EntrySettings.of(named, settings, problems);
        Catalog whole = set.catalog();
        return whole.entry(Scenario.KIND, id, problems).flatMap(entry -> {
            Mapping body = changed(entry.body(), set.ofScenario(), problems).without(Set.of(Overlays.KEY));
            Binder binder = new Binder(whole.entries(problems), problems, entry.mended());
            Optional<Scenario> scenario = binder.bind(body, Scenario.class, "");
            whole.checkSources(written(binder.inputs()), problems);
            return scenario.flatMap(bound -> resolve(whole, entry, settings, body, bound, problems))
                    .filter(plan -> sound(plan, entry, body, binder.inputs(), problems))
                    .filter(plan -> asked(set, problems));
        });
    }

    // Which entries there are to be changed, the layers of the scenario say.
    private static List<String> ofOverlays(List<String> settings) {
        return settings.stream()
                .filter(setting -> setting.strip().startsWith(Overlays.KEY))
                .toList();
    }

    private static boolean asked(EntrySettings set, Problems problems) {
        int before = problems.reports();
        set.checkAsked("this scenario", problems);
        return problems.reports() == before;
    }

    /** Reports what is wrong in the form of a scenario, without computing it. */
    static void read(Catalog catalog, Text id, Problems problems) {
        catalog.entry(Scenario.KIND, id, problems).ifPresent(entry -> {
            // Not checked here: a layer may change the scenario that names it, and would be checked for ever.
            Catalog whole = catalog.withUnderneath(Overlays.layers(entry.body(), catalog, problems));
            new Binder(whole.entries(problems), problems, entry.mended())
                    .bind(entry.body().without(Set.of(Overlays.KEY)), Scenario.class, "");
        });
    }

    private static Mapping changed(Mapping body, List<String> settings, Problems problems) {
        Mapping changed = body;
        for (String setting : settings) {
            changed = Layers.set(changed, setting, problems);
        }
        return changed;
    }

    private static Optional<ScenarioPlan> resolve(
            Catalog catalog, Entry entry, List<String> settings, Mapping body, Scenario scenario, Problems problems) {
        Map<String, Place> sections = new LinkedHashMap<>();
        body.members().forEach((key, member) -> sections.put(key, member.place()));
        int before = problems.reports();
        SectionChecks.check(scenario, sections, entry.id().place(), problems);
        Optional<FleetPlan> fleet = scenario.fleet().flatMap(section -> section.resolve(catalog, problems));
        fleet.filter(chips -> scenario.training()
                        .filter(training -> training.budget().needsUtilization())
                        .isPresent())
                .map(FleetPlan::withoutTrainingRuns)
                .filter(without -> !without.isEmpty())
                .ifPresent(without -> problems.error(
                        "missing-key",
                        scenario.training().orElseThrow().budget().place(),
                        "training.utilization is missing, and the catalog has no training runs of %s"
                                .formatted(String.join(", ", without))));
        fleet.ifPresent(chips -> checkTrainers(scenario, chips, problems));
        Optional<TrainingPlan> training = scenario.training()
                .flatMap(section -> section.resolve(catalog, problems))
                .map(plan -> needsShape(scenario)
                        .map(throughput -> plan.shaped(throughput.place(), problems))
                        .orElse(plan));
        Optional<ServedModel.Size> model = scenario.inference()
                .flatMap(inference -> inference.model())
                .flatMap(served -> served.resolve(catalog, problems));
        model.ifPresent(served -> SectionChecks.checkTraining(scenario, served, problems));
        ServingResources means = new ServingResources(fleet, bySize(model, training));
        boolean wired = problems.reports() == before;
        Optional<ThroughputPlan> serving = scenario.inference()
                .filter(inference -> wired)
                .flatMap(inference -> inference.throughput().resolve(means, catalog, problems));
        Optional<WorkforcePlan> workforce = scenario.workforce().flatMap(section -> section.resolve(catalog, problems));
        Optional<AllocationPlan> allocation = scenario.allocation()
                .flatMap(section -> fleet.flatMap(chips -> workforce.flatMap(
                        people -> section.resolve(chips, people, scenario.research(), catalog, problems))));
        if (problems.reports() > before) {
            return Optional.empty();
        }
        ScenarioPlan plan = new ScenarioPlan(
                entry.id().value(),
                entry.title(),
                settings,
                scenario,
                fleet,
                training,
                model,
                Optional.empty(),
                workforce,
                allocation,
                catalog);
        return Optional.of(serving.map(plan::serving).orElse(plan));
    }

    private static void checkTrainers(Scenario scenario, FleetPlan fleet, Problems problems) {
        scenario.training()
                .map(Training::budget)
                .filter(TrainingBudget::needsFleet)
                .ifPresent(budget -> fleet.checkTrainers(List.of(), budget.place(), problems));
        scenario.allocation()
                .ifPresent(section -> section.train()
                        .ifPresent(train -> fleet.checkTrainers(
                                section.joining(), train.from().place(), problems)));
    }

    // The shape of a model that is trained is wanted only by a method that times it.
    private static Optional<Throughput> needsShape(Scenario scenario) {
        return scenario.inference()
                .filter(inference -> inference
                        .model()
                        .filter(ServedModel.Trained.class::isInstance)
                        .isPresent())
                .map(Inference::throughput)
                .filter(Throughput::needsShape);
    }

    private static Optional<ModelFamily> bySize(Optional<ServedModel.Size> model, Optional<TrainingPlan> training) {
        Optional<ModelFamily> known = model.flatMap(ServedModel.Size::architecture)
                .filter(architecture -> architecture.shape().isPresent())
                .map(architecture -> size -> architecture);
        return known.or(() -> training.filter(plan -> plan.shape().isPresent()).map(plan -> plan::architecture));
    }

    private static boolean sound(ScenarioPlan plan, Entry entry, Mapping body, List<Input> inputs, Problems problems) {
        Chain chain = plan.run(SampleBatch.central());
        // What was refused explains what is no number, and which inputs were not come to.
        if (!chain.refusals().isEmpty()) {
            chain.refusals().forEach(refusal -> problems.error(refusal.code(), refusal.place(), refusal.message()));
            return false;
        }
        boolean finite = finite(chain, entry, problems);
        int before = problems.reports();
        Map<String, Input> read = new LinkedHashMap<>();
        chain.read().forEach(input -> read.put(input.name(), input));
        plan.allocation().ifPresent(allocation -> allocation.reads().forEach(input -> read.put(input.name(), input)));
        InputCorrelation.check(plan.pairs(), read.values(), problems);
        plan.scenario()
                .headline()
                .ifPresent(headline -> checkHeadline(headline, plan.settings(), entry, read.keySet(), problems));
        Set<String> alive = new LinkedHashSet<>(read.keySet());
        Stream.concat(
                        chain.spared().stream(),
                        plan.allocation().stream().flatMap(allocation -> allocation.spared().stream()))
                .map(Input::name)
                .filter(name -> !laidOverEntry(body, name))
                .forEach(alive::add);
        return alive(alive, inputs, problems) && finite && problems.reports() == before;
    }

    // A list that is inherited, or changed around on the command line, may name what the scenario has no longer.
    private static void checkHeadline(
            List<Text> headline, List<String> settings, Entry entry, Set<String> names, Problems problems) {
        headline.stream()
                .filter(name -> settings.isEmpty()
                        && name.place().file().equals(entry.id().place().file()))
                .filter(name -> !names.contains(name.value()))
                .forEach(name -> problems.error(
                        "headline",
                        name.place(),
                        "'%s' is no input that this scenario reads.%s"
                                .formatted(name.value(), Nearest.maybe(name.value(), names))));
        if (headline.size() > Scenario.MOST_HEADLINES) {
            problems.error(
                    "headline",
                    headline.get(Scenario.MOST_HEADLINES).place(),
                    "a scenario has at most %s headline inputs, and here are %s"
                            .formatted(Scenario.MOST_HEADLINES, headline.size()));
        }
    }

    // No figure is shown that is too large for a number, and nothing that was computed from it.
    private static boolean finite(Chain chain, Entry entry, Problems problems) {
        Optional<TraceStep> first = chain.steps().stream()
                .filter(step -> !Double.isFinite(step.value()))
                .findFirst();
        first.ifPresent(step -> problems.error(
                "not-finite", entry.id().place(), "%s is no finite number: %s".formatted(step.name(), step.made())));
        Optional<Curve> beyond = chain.curves().stream()
                .filter(curve -> curve.points().stream().anyMatch(point -> !Double.isFinite(point.value())))
                .findFirst();
        beyond.ifPresent(curve -> problems.error(
                "not-finite", entry.id().place(), "%s is no finite number everywhere".formatted(curve.name())));
        return first.isEmpty() && beyond.isEmpty();
    }

    // A key that was written and that the chain never reads would be dead weight that looks alive.
    private static boolean alive(Set<String> read, List<Input> inputs, Problems problems) {
        List<Input> dead = written(inputs).stream()
                .filter(input -> !read.contains(input.name()))
                .toList();
        dead.forEach(input -> problems.error(
                "dead-key", input.place(), "%s is read by nothing in this scenario".formatted(input.name())));
        return dead.isEmpty();
    }

    // Whether the scenario changes a key of an entry that it names, beside the id.
    private static boolean laidOverEntry(Mapping body, String path) {
        int dot = path.indexOf('.');
        return dot < 0
                ? body.get("id").isPresent() && body.get(path).isPresent()
                : body.get(path.substring(0, dot))
                        .filter(node -> node instanceof Mapping below && laidOverEntry(below, path.substring(dot + 1)))
                        .isPresent();
    }

    private static List<Input> written(List<Input> inputs) {
        return inputs.stream()
                .filter(input -> input.source()
                        .filter(source -> source.id().equals("default"))
                        .isEmpty())
                .toList();
    }
}

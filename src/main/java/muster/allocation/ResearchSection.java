package muster.allocation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import muster.allocation.problem.ResearchTerms;
import muster.diagnostic.BadInput;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.fleet.FleetPlan;
import muster.hardware.Chip;
import muster.research.Research;
import muster.research.production.Laboratory;
import muster.research.production.Production;
import muster.research.production.ResearchLaw;
import muster.trace.Chain;
import muster.uncertainty.Input;
import muster.uncertainty.sampling.SampleBatch;

/**
 * The law of research under which an allocation is planned, in numbers. What chips have for experiments the plan finds, and what the
 * section {@code research:} says of that an estimate reads.
 *
 * @param research the section
 * @param h100e what a chip of each kind is, in H100e, as the fleet is counted
 */
record ResearchSection(Research research, Map<String, H100ePerChip> h100e) {
    private static final double MONTH = 30 * 86_400.0;

    ResearchSection {
        h100e = Collections.unmodifiableMap(new LinkedHashMap<>(h100e));
    }

    /** What a chip is, in H100e. */
    interface H100ePerChip {
        void apply(Chain chain);
    }

    /** The section where it can be planned under; nothing with problems reported. */
    static Optional<ResearchSection> of(
            Research research, Allocation section, FleetPlan fleet, Map<String, Chip> chips, Problems problems) {
        int before = problems.reports();
        section.diminishing()
                .ifPresent(exponent -> problems.error(
                        "counted-twice",
                        exponent.place(),
                        "allocation.diminishing and research.law both count less for each head that is added. Maybe without allocation.diminishing, and research.law: {id: ..., heads_exponent: %s}?"
                                .formatted(exponent.value())));
        checkConcave(research.law(), Input::central, "", problems);
        research.tasks()
                .ifPresent(
                        tasks -> problems.error(
                                "dead-key",
                                tasks.substitution().place(),
                                "a plan counts each agent as a head beside research.people, and reads no research.tasks. Maybe research.tasks: !delete?"));
        Map<String, H100ePerChip> h100e = new LinkedHashMap<>();
        chips.forEach((id, chip) -> fleet.h100ePerChip(id, chip)
                .ifPresentOrElse(
                        each -> h100e.put(
                                id, chain -> each.apply(chain).as(AllocationFigures.H100E + id, "h", "H100e/chip")),
                        () -> problems.error(
                                "unknown-of-chip",
                                section.horizon().place(),
                                "what %s is worth to experiments is not known: the catalog has no rate of it at %s"
                                        .formatted(id, fleet.precision()))));
        return problems.reports() > before ? Optional.empty() : Optional.of(new ResearchSection(research, h100e));
    }

    private static void checkConcave(ResearchLaw law, ToDoubleFunction<Input> value, String when, Problems problems) {
        law.at(value)
                .notConcave()
                .ifPresent(reason -> problems.error(
                        "not-concave",
                        culprit(law, value),
                        "a plan is proven best under a law that is concave in experiments and heads together, and in research.law %s%s"
                                .formatted(reason, when)));
    }

    // The constant without which it would be concave.
    private static Place culprit(ResearchLaw law, ToDoubleFunction<Input> value) {
        List<Input> constants = new ArrayList<>();
        law.at(input -> {
            constants.add(input);
            return input.central();
        });
        Collections.reverse(constants);
        return constants.stream()
                .filter(one -> law.at(input -> {
                            double given = value.applyAsDouble(input);
                            return input.name().equals(one.name()) ? Math.min(1, given) : given;
                        })
                        .notConcave()
                        .isEmpty())
                .findFirst()
                .orElse(law.headsExponent())
                .place();
    }

    /** Records what the law is made of. */
    void apply(Chain chain, SampleBatch draw) {
        ResearchLaw law = research.law();
        law.baseline().inputs().forEach(chain::spare);
        law.on(chain);
        // A constant that changes nothing is in no figure, and another sample may have another.
        law.at(input -> {
            chain.input(input, "");
            return input.central();
        });
        Laboratory laboratory = research.reference();
        List.of(laboratory.people(), laboratory.speed(), laboratory.experiments(), research.people())
                .forEach(input -> chain.input(input, ""));
        laboratory.inputs().forEach(chain::look);
        // How progress cumulates matters to an estimate over a time, and a plan adds up rates.
        Chain aside = new Chain(draw);
        law.accumulation().ifPresent(stock -> {
            stock.growth(aside);
            stock.softwareGrowth(aside);
        });
        aside.read().forEach(chain::spare);
        h100e.values().forEach(each -> each.apply(chain));
    }

    /**
     * The law in one sample.
     *
     * @throws BadInput where it is not concave in that sample
     */
    ResearchTerms terms(ToDoubleFunction<Input> of, ToDoubleFunction<String> figure) {
        Problems problems = new Problems();
        checkConcave(
                research.law(),
                of,
                " in a draw. Maybe a distribution that ends lower, as {..., at_most: ...}, or a constant?",
                problems);
        problems.orThrow();
        Production law = research.law().at(of);
        Laboratory laboratory = research.reference();
        double people = of.applyAsDouble(laboratory.people());
        double speed = MONTH * of.applyAsDouble(laboratory.speed());
        Map<String, Double> perChip = new LinkedHashMap<>();
        h100e.keySet().forEach(id -> perChip.put(id, figure.applyAsDouble(AllocationFigures.H100E + id)));
        return new ResearchTerms(
                law,
                of.applyAsDouble(laboratory.experiments()),
                people * Math.pow(speed, 1 / law.headsExponent()),
                of.applyAsDouble(research.people()) / people,
                perChip);
    }
}

package muster.inference;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import muster.diagnostic.Problems;
import muster.fleet.chips.ChipType;
import muster.inference.calibration.Regime;
import muster.inference.replica.ModelOnChip;
import muster.inference.replica.Replicas;
import muster.inference.replica.TimeModelChoice;
import muster.inference.serving.InferenceFigures;
import muster.inference.serving.ModelOnChipType;
import muster.inference.serving.ReplicasBySize;
import muster.inference.serving.ServingSetup;
import muster.model.ModelFamily;
import muster.model.ModelSize;
import muster.uncertainty.CorrelationGroup;
import muster.uncertainty.Input;
import muster.uncertainty.Source;
import muster.uncertainty.Tier;
import muster.uncertainty.Uncertain;
import muster.uncertainty.distribution.LogNormal;
import muster.uncertainty.distribution.PointMass;
import muster.unit.Unit;

/**
 * A kind of chip that may serve a model.
 *
 * @param request what is asked for
 * @param onChips how models are set up
 * @param model the model by its size
 * @param type the kind
 */
record ChipCandidate(ServingRequest request, ServingSetup onChips, ModelFamily model, ChipType type) {
    private static final String ERROR = InferenceFigures.THROUGHPUT_ERROR;
    // Of so many chips whole replicas are all but all.
    private static final double MANY = 1e15;

    /** Sorts the kind under those that form a replica of a model of a size, or those that form none. */
    void at(ModelSize size, List<ModelOnChipType> able, Map<ChipType, String> unable) {
        Optional<ModelOnChip> setup = setup(size);
        ReplicasBySize sizes = new ReplicasBySize(size, this::replicas);
        if (setup.isEmpty()) {
            unable.put(type, onChips.refusal(model.of(size), type));
        } else if (sizes.central().choice().isEmpty()) {
            unable.put(type, setup.get().tooSmall(onChips.request()));
        } else {
            able.add(new ModelOnChipType(type, setup.get(), sizes, error(setup.get(), sizes.central())));
        }
    }

    private Optional<ModelOnChip> setup(ModelSize size) {
        return onChips.setup(model.of(size), type, new Problems());
    }

    private Replicas replicas(ModelSize size) {
        return setup(size).map(onChips::replicas).orElse(Replicas.NONE);
    }

    // How far measured speeds are from modelled ones where the fit did not see the chip. All kinds share one error,
    // which so
    // does not average out over a fleet. That of other step-time models is not known.
    private Input error(ModelOnChip setup, Replicas replicas) {
        Roofline roofline = request.roofline();
        if (roofline.error().isPresent()) {
            return roofline.error().get();
        }
        String name = ERROR + "." + type.id().value();
        if (onChips.method() != TimeModelChoice.CALIBRATED) {
            return new Input(
                    name,
                    new Uncertain(new PointMass(1), Unit.ONE),
                    Unit.ONE,
                    Optional.of(Source.of("default", "not known of " + onChips.method(), Tier.ASSUMPTION)),
                    roofline.place());
        }
        double streams = replicas.best(
                        MANY, request.required().map(Input::central).orElse(0.0))
                .or(replicas::fastest)
                .orElseThrow()
                .sequences();
        Regime regime = Regime.of(setup.shape().experts().isPresent(), streams);
        Source source = Source.of(
                "calibration",
                "the standard deviation of the logarithm of measured over modelled speed in the regime %s, on %s"
                        .formatted(
                                regime,
                                setup.unseen().any()
                                        ? "families of chips or kinds of models that the fit did not see: "
                                                + setup.unseen().words()
                                        : "chips that the fit did not see"),
                Tier.DERIVED);
        return new Input(
                name,
                new Uncertain(new LogNormal(0, setup.residual(streams), 1), Unit.ONE),
                Unit.ONE,
                Optional.of(source),
                setup.calibration().stated(regime).place(),
                Optional.of(new CorrelationGroup(ERROR, 1)));
    }
}

package muster.inference.replica;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import muster.catalog.Catalog;
import muster.diagnostic.Place;
import muster.diagnostic.Problems;
import muster.document.yaml.Text;
import muster.format.Encoding;
import muster.format.Format;
import muster.hardware.Chip;
import muster.hardware.Interconnect;
import muster.hardware.Memory;
import muster.inference.calibration.Calibration;
import muster.inference.calibration.ChipFamilyFactors;
import muster.inference.calibration.DatedEngine;
import muster.inference.calibration.FactorInputs;
import muster.inference.calibration.Regime;
import muster.inference.calibration.Unseen;
import muster.inference.step.CalibratedFactors;
import muster.inference.step.ContinuousBatching;
import muster.inference.step.Deployment;
import muster.inference.step.Machine;
import muster.inference.step.MatrixFormat;
import muster.inference.step.ModelFormats;
import muster.inference.step.StepTime;
import muster.model.Architecture;
import muster.model.Shape;
import muster.model.layer.Attention;
import muster.uncertainty.Input;
import muster.unit.NumberText;

/**
 * A model on a kind of chip, looked up and ready to be timed.
 *
 * @param shape the model
 * @param encodings how its numbers are stored
 * @param formats how its products run on the chip
 * @param machine the chip
 * @param constants the constants of the step time
 * @param memory what of the chip's memory can be filled
 * @param calibration what the constants are of
 * @param engine the software, and the month that is meant
 * @param unseen what of the model, the chip and the month the fit had no rows of
 * @param dividesWhole whether heads, widths and experts are divided among chips without remainder, as engines do with a model that is there
 */
public record ModelOnChip(
        Shape shape,
        Encodings encodings,
        ModelFormats formats,
        Machine machine,
        CalibratedFactors constants,
        MemoryFootprint memory,
        Calibration calibration,
        DatedEngine engine,
        Unseen unseen,
        boolean dividesWhole) {

    // Chips without links of their own meet over the host's: so many are in the usual server.
    private static final int SERVER = 8;

    /**
     * A model on a chip of the catalog, with the standard calibration; what is not known is reported, all of it.
     *
     * @param catalog where all is found
     * @param model the model, nothing where that was reported
     * @param chip the id of the kind of chip
     * @param formats how the model is stored and multiplied, as {@code fp8}; {@link PublishedFormat#WORD} as it is published
     * @param engine the name of the software, with a month or without, as {@code vllm@2026-04}
     */
    public static Optional<ModelOnChip> find(
            Catalog catalog, Optional<Architecture> model, Text chip, Text formats, Text engine, Problems problems) {
        Optional<Chip> hardware = catalog.get(Chip.KIND, chip, problems);
        Optional<Encodings> encodings = PublishedFormat.isMeant(formats)
                ? model.flatMap(known -> hardware.map(found -> PublishedFormat.on(known, found)))
                : Encodings.parse(formats, problems);
        Optional<Calibration> calibration = catalog.get(Calibration.KIND, Calibration.STANDARD, problems);
        Optional<DatedEngine> software = calibration.flatMap(known -> known.engine(engine, problems));
        int before = problems.reports();
        hardware.ifPresent(found -> CertainChip.check(found, encodings.stream().toList(), problems));
        if (problems.reports() > before
                || model.isEmpty()
                || hardware.isEmpty()
                || encodings.isEmpty()
                || software.isEmpty()) {
            return Optional.empty();
        }
        return of(
                model.get(),
                hardware.get(),
                chip.value(),
                encodings.get(),
                calibration.get(),
                software.get(),
                chip.place(),
                problems);
    }

    /**
     * Looks up what a step time needs, or reports what is missing.
     *
     * @param architecture the model
     * @param chip the kind of chip
     * @param chipId its id
     * @param encodings how numbers are stored
     * @param calibration the constants
     * @param engine the software
     * @param place where the pair is asked for
     */
    public static Optional<ModelOnChip> of(
            Architecture architecture,
            Chip chip,
            String chipId,
            Encodings encodings,
            Calibration calibration,
            DatedEngine engine,
            Place place,
            Problems problems) {
        Optional<Shape> shape = architecture.shape();
        if (shape.isEmpty()) {
            problems.error("no-shape", place, "the model has stated sizes and no shape, from which a step is timed");
        }
        Optional<Machine> machine = machine(chip, chipId, place, problems);
        if (shape.isEmpty() || machine.isEmpty()) {
            return Optional.empty();
        }
        ChipFamilyFactors family = calibration.family(chip);
        FactorInputs set = calibration.constants();
        return formats(architecture, shape.get(), chip, chipId, encodings, set, family, engine, place, problems)
                .map(formats -> new ModelOnChip(
                        shape.get(),
                        encodings,
                        formats,
                        machine.get(),
                        set.central(family, engine.factors(), encodings.weights(), encodings.activations()),
                        new MemoryFootprint(
                                shape.get(),
                                formats,
                                FactorInputs.central(engine.factors().memoryFraction())
                                                * machine.get().memoryBytes()
                                        - FactorInputs.central(calibration.memoryReserve())),
                        calibration.around(chip),
                        engine,
                        calibration.unseen(chip, shape.get()).in(calibration.gap(engine)),
                        !architecture.planned()));
    }

    /** The same with weights of so many bytes, where they are not at 16 bits. */
    public ModelOnChip storing(double weightBytes) {
        ModelFormats stored = formats.storing(weightBytes);
        return new ModelOnChip(
                shape,
                encodings,
                stored,
                machine,
                constants,
                new MemoryFootprint(shape, stored, memory.usableBytes()),
                calibration,
                engine,
                unseen,
                dividesWhole);
    }

    /** The same on another machine. */
    public ModelOnChip on(Machine other) {
        return new ModelOnChip(
                shape, encodings, formats, other, constants, memory, calibration, engine, unseen, dividesWhole);
    }

    /**
     * Whether engines lay the model out so.
     *
     * @param deployment how it is parallelised
     */
    public boolean divides(Deployment deployment) {
        int share = deployment.tensor() * deployment.data() / deployment.expert();
        return !dividesWhole
                || (shape.divides(deployment.tensor()) && shape.feedForward().distributes(deployment.expert(), share));
    }

    /** The most prompt tokens that a step prefills, of each data-parallel group. */
    public double prefillChunk() {
        return FactorInputs.central(engine.factors().chunk()) * FactorInputs.central(calibration.prefillChunk());
    }

    /** The time per output token while prompts are prefilled in the same steps. */
    public ContinuousBatching serving() {
        return new ContinuousBatching(
                new StepTime(shape, formats, machine, constants),
                FactorInputs.central(engine.factors().interference()),
                prefillChunk(),
                FactorInputs.central(engine.factors().chunks()));
    }

    /** The standard deviation of the logarithm of measured over modelled speed for a replica of so many sequences. */
    public double residual(double sequences) {
        return calibration.residual(regime(sequences), unseen);
    }

    private Regime regime(double sequences) {
        return Regime.of(shape.experts().isPresent(), sequences);
    }

    /** That the error is one of what the fit did not see, in words; nothing where it saw the like. */
    public Optional<String> caution(double sequences) {
        return unseen.any()
                ? Optional.of(unseen.words(residual(sequences), calibration.residual(regime(sequences))))
                : Optional.empty();
    }

    /**
     * How many measured rows ran a layout of the kind of a deployment, or of more of all that it is of; where others prefill for it,
     * of those if they are fewer.
     */
    public int rows(Deployment deployment, Optional<PrefillReplica> prefill) {
        BenchmarkedLayouts layouts = new BenchmarkedLayouts(this);
        return Math.min(
                layouts.rows(deployment),
                prefill.map(others -> layouts.rows(others.deployment())).orElse(Integer.MAX_VALUE));
    }

    /**
     * That fewer measured rows ran a layout of its kind than tell an error of it, or one of those that prefill for it, in words;
     * nothing where enough did.
     */
    public Optional<String> unmeasured(Deployment deployment, Optional<PrefillReplica> prefill) {
        BenchmarkedLayouts layouts = new BenchmarkedLayouts(this);
        return layouts.caution(deployment).or(() -> prefill.flatMap(others -> layouts.caution(others.deployment())));
    }

    /** Whether chips of this family were in the fit. */
    public boolean measured() {
        return unseen.family().isEmpty();
    }

    /** Why no replica that may be searched holds the model, in words. */
    public String tooSmall(ReplicaRequest request) {
        double usable = memory.usableBytes();
        if (usable <= 0) {
            return "the engine alone fills a chip";
        }
        int reach = machine.networkBytesPerSecond() > 0
                ? request.maxReplicaChips()
                : Math.min(request.maxReplicaChips(), machine.domainChips());
        return "no replica of at most %s and %s stages%s holds the model: its weights take %s GB in %s, and a chip holds %s GB"
                .formatted(
                        reach == 1 ? "1 chip" : reach + " chips",
                        request.maxStages(),
                        request.layouts() == LayoutChoice.ANY ? "" : ", in a layout as benchmarked,",
                        NumberText.rounded(memory.modelBytes() / 1e9, 3),
                        encodings,
                        NumberText.rounded(usable / 1e9, 3));
    }

    /** The chips of a scale-up domain, or of a server where the chip has no links of its own. */
    public static int domainChips(Chip chip) {
        return links(chip)
                .map(up -> (int) FactorInputs.central(up.domain()))
                .orElse(chip.interconnect().host().isPresent() ? SERVER : 1);
    }

    private static Optional<Interconnect.ScaleUp> links(Chip chip) {
        return chip.interconnect().scaleUp().filter(up -> up.perDirection().isPresent());
    }

    private static Optional<Machine> machine(Chip chip, String chipId, Place place, Problems problems) {
        Optional<Memory> memory = chip.mainMemory();
        Optional<Input> wide = wideRate(chip);
        if (memory.isEmpty()) {
            problems.error("unknown-of-chip", place, "the memory bandwidth of %s is not known".formatted(chipId));
        }
        if (wide.isEmpty()) {
            problems.error("unknown-of-chip", place, "%s has no rate at 16 bits".formatted(chipId));
        }
        if (memory.isEmpty() || wide.isEmpty()) {
            return Optional.empty();
        }
        Optional<Input> host = chip.interconnect().host().map(Interconnect.Link::perDirection);
        return Optional.of(new Machine(
                FactorInputs.central(memory.get().usable().orElse(memory.get().capacity())),
                FactorInputs.central(memory.get().bandwidth().orElseThrow()),
                FactorInputs.central(wide.get()),
                domainChips(chip),
                links(chip)
                        .flatMap(Interconnect.ScaleUp::perDirection)
                        .or(() -> host)
                        .map(FactorInputs::central)
                        .orElse(0.0),
                chip.interconnect()
                        .scaleOut()
                        .map(out -> FactorInputs.central(out.perDirection()))
                        .orElse(0.0)));
    }

    private static Optional<Input> wideRate(Chip chip) {
        return chip.rate(Format.BF16).or(() -> chip.rate(Format.FP16));
    }

    private static Optional<ModelFormats> formats(
            Architecture architecture,
            Shape shape,
            Chip chip,
            String chipId,
            Encodings encodings,
            FactorInputs set,
            ChipFamilyFactors family,
            DatedEngine engine,
            Place place,
            Problems problems) {
        Optional<Input> rate = encodings.activations().wide()
                ? wideRate(chip)
                : chip.rate(encodings.activations().format());
        if (rate.isEmpty()) {
            problems.error("no-format", place, refusal(chip, chipId, encodings));
            return Optional.empty();
        }
        FactorInputs.Efficiencies efficiency = set.computeEfficiency();
        double compute = family.computeRates();
        MatrixFormat wide = new MatrixFormat(
                2,
                2,
                FactorInputs.central(wideRate(chip).orElseThrow()),
                compute * FactorInputs.central(efficiency.sixteenBit()),
                0);
        MatrixFormat narrow = new MatrixFormat(
                encodings.weights().bytes(),
                encodings.activations().bytes(),
                FactorInputs.central(rate.get()),
                compute * efficiency.of(encodings.weights(), encodings.activations()),
                set.convert().of(encodings.activations(), architecture.scales(), family, engine.factors()));
        return Optional.of(new ModelFormats(
                wideAttention(architecture, shape, encodings.weights()) ? wide : narrow,
                narrow,
                wide,
                encodings.cache().bytes()));
    }

    /** Engines keep latent attention at 16 bits where weights are in 4, and models keep what was not quantized. */
    static boolean wideAttention(Architecture architecture, Shape shape, Encoding weights) {
        return architecture.quantized() == Architecture.Quantized.EXPERTS
                || (shape.attention() instanceof Attention.Latent && weights.bytes() < 1);
    }

    private static String refusal(Chip chip, String chipId, Encodings encodings) {
        String has = Arrays.stream(Format.values())
                .filter(format -> chip.rate(format).isPresent())
                .map(Format::toString)
                .collect(Collectors.joining(", "));
        return "%s has no %s; it has %s. Weights alone can be in any format, multiplied at 16 bits. Maybe weights=%s,activations=bf16?"
                .formatted(chipId, encodings.activations().format(), has, encodings.weights());
    }
}

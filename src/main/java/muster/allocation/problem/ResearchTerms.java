package muster.allocation.problem;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import muster.research.production.Production;

/**
 * How the rate of research comes of what chips do, where some of them run experiments.
 *
 * <pre>
 * X = the law of c and l,   c = experiments / experiments of the laboratory
 *                           l = (equivalents / those of the laboratory + people / its people)^lambda
 * </pre>
 *
 * <p>An agent of speed-up Q is Q^(1 / lambda) equivalents, so that heads are penalised and speed is not. X is 1 at the laboratory. It is
 * concave in experiments and equivalents together, so a plane that touches it anywhere lies above it everywhere.
 *
 * @param law the law, concave
 * @param laboratoryH100e what the laboratory has for experiments, in H100e
 * @param laboratoryEquivalents its people as equivalents
 * @param people people beside the agents over its people
 * @param h100ePerChip the compute of one chip of a type, in H100e
 */
public record ResearchTerms(
        Production law,
        double laboratoryH100e,
        double laboratoryEquivalents,
        double people,
        Map<String, Double> h100ePerChip) {
    public ResearchTerms {
        h100ePerChip = Collections.unmodifiableMap(new LinkedHashMap<>(h100ePerChip));
    }

    /**
     * A plane over experiments and equivalents.
     *
     * @param height at none of either
     * @param perH100e what an H100e more for experiments adds
     * @param perEquivalent what an equivalent more adds
     */
    public record Plane(double height, double perH100e, double perEquivalent) {
        /** Its height over so many of each. */
        public double at(double h100e, double equivalents) {
            return height + perH100e * h100e + perEquivalent * equivalents;
        }

        /** The same so many times as high. */
        public Plane times(double factor) {
            return new Plane(factor * height, factor * perH100e, factor * perEquivalent);
        }
    }

    /** The compute of one chip of a type, in H100e. */
    public double h100e(String chip) {
        return h100ePerChip.getOrDefault(chip, 0.0);
    }

    /** Whether experiments speed research up. */
    public boolean needsExperiments() {
        return law.computeWeight() > 0;
    }

    /** The same where these are the chips. */
    public ResearchTerms on(Map<String, Double> other) {
        return new ResearchTerms(law, laboratoryH100e, laboratoryEquivalents, people, other);
    }

    /** The rate of research over that of the laboratory. */
    public double rate(double h100e, double equivalents) {
        return law.rate(h100e / laboratoryH100e, labour(heads(equivalents)));
    }

    /** Labour over that of the laboratory. */
    public double labour(double heads) {
        return law.labour(heads, 1);
    }

    /** Heads over the people of the laboratory. */
    public double heads(double equivalents) {
        return equivalents / laboratoryEquivalents + people;
    }

    /**
     * The planes that touch the rate above a point with some of each; two at fixed proportions, of which the lower counts.
     *
     * @param h100e above zero, where experiments count
     * @param equivalents zero or above, and above where there are no people
     */
    public List<Plane> tangents(double h100e, double equivalents) {
        double heads = heads(equivalents);
        double labour = labour(heads);
        double compute = h100e / laboratoryH100e;
        if (law.substitution() == Double.NEGATIVE_INFINITY) {
            return List.of(
                    touching(law.rate(compute, Double.POSITIVE_INFINITY), ofCompute(1) / h100e, 0, h100e, equivalents),
                    touching(law.rate(Double.POSITIVE_INFINITY, labour), 0, ofHeads(1, heads), h100e, equivalents));
        }
        double part = law.computePart(compute, labour);
        double perH100e = part > 0 ? ofCompute(part) / h100e : 0;
        return List.of(touching(law.rate(compute, labour), perH100e, ofHeads(1 - part, heads), h100e, equivalents));
    }

    private double ofCompute(double part) {
        return law.outerExponent() * law.computeExponent() * part;
    }

    private double ofHeads(double part, double heads) {
        return law.outerExponent() * law.headsExponent() * part / heads / laboratoryEquivalents;
    }

    private static Plane touching(
            double rate, double partPerH100e, double partPerEquivalent, double h100e, double equivalents) {
        double perH100e = rate * partPerH100e;
        double perEquivalent = rate * partPerEquivalent;
        // At none of either the rate is none or more, so a height below that is of the last digit.
        double height = Math.max(0, rate - perH100e * h100e - perEquivalent * equivalents);
        return new Plane(height, perH100e, perEquivalent);
    }
}

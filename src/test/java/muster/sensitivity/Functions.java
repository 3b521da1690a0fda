package muster.sensitivity;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import muster.diagnostic.Place;
import muster.uncertainty.CorrelationGroup;
import muster.uncertainty.Input;
import muster.uncertainty.Uncertain;
import muster.uncertainty.sampling.RankCorrelations;
import muster.unit.Unit;

/** Functions whose indices are known in closed form. */
final class Functions {
    private Functions() {}

    static Input input(String name, String written, Optional<CorrelationGroup> group) {
        return new Input(name, Uncertain.parse(written), Unit.ONE, Optional.empty(), Place.argument(name), group);
    }

    /** An input between two values. */
    static Input uniform(String name, double low, double high) {
        return new Input(
                name,
                new Uncertain(new muster.uncertainty.distribution.Uniform(low, high, (low + high) / 2), Unit.ONE),
                Unit.ONE,
                Optional.empty(),
                Place.argument(name));
    }

    /** A function of the values of the inputs. */
    static Subject subject(List<Input> inputs, RankCorrelations correlations, ToDoubleFunction<double[]> function) {
        return new Subject(inputs, correlations, draw -> {
            List<double[]> columns = inputs.stream().map(draw::of).toList();
            return IntStream.range(0, draw.size())
                    .mapToDouble(i -> function.applyAsDouble(
                            columns.stream().mapToDouble(column -> column[i]).toArray()))
                    .toArray();
        });
    }

    /** Ishigami and Homma 1990: sin x1 + 7 sin^2 x2 + 0.1 x3^4 sin x1, each between -pi and pi. */
    static Subject ishigami() {
        List<Input> inputs = IntStream.rangeClosed(1, 3)
                .mapToObj(i -> uniform("x" + i, -Math.PI, Math.PI))
                .toList();
        return subject(
                inputs,
                RankCorrelations.NONE,
                x -> Math.sin(x[0]) + 7 * Math.pow(Math.sin(x[1]), 2) + 0.1 * Math.pow(x[2], 4) * Math.sin(x[0]));
    }

    /** The g function of Sobol: the product of (|4 x_i - 2| + a_i) / (1 + a_i), each x between 0 and 1. */
    static Subject product(double... a) {
        List<Input> inputs = IntStream.range(0, a.length)
                .mapToObj(i -> uniform("x" + i, 0, 1))
                .toList();
        return subject(
                inputs,
                RankCorrelations.NONE,
                x -> IntStream.range(0, a.length)
                        .mapToDouble(i -> (Math.abs(4 * x[i] - 2) + a[i]) / (1 + a[i]))
                        .reduce(1, (p, q) -> p * q));
    }
}

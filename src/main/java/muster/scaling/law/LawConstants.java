package muster.scaling.law;

import muster.scaling.loss.LawUnits;
import muster.trace.Arithmetic;
import muster.trace.Chain;
import muster.trace.Figure;
import muster.trace.Real;
import muster.uncertainty.Input;

/**
 * Where a law takes its constants from: a chain, which records them and draws the uncertain ones, or their central values.
 *
 * @param <N> the numbers
 */
public interface LawConstants<N extends Arithmetic<N>> {

    /**
     * A constant that a file states, recorded when it is first asked for.
     *
     * @param input the constant
     * @param symbol its symbol in equations, or an empty text
     */
    N input(Input input, String symbol);

    /** A pure number that is part of a formula; 0 or above. */
    N number(double number);

    /** One parameter. */
    default N parameter() {
        return LawUnits.parameter(number(1));
    }

    /** One token. */
    default N token() {
        return LawUnits.token(number(1));
    }

    /** One FLOP. */
    default N flop() {
        return LawUnits.flop(number(1));
    }

    /** One nat per token. */
    default N nat() {
        return LawUnits.nat(number(1));
    }

    /** The constants of a run. */
    static LawConstants<Figure> on(Chain chain) {
        return new LawConstants<>() {
            @Override
            public Figure input(Input input, String symbol) {
                return chain.input(input, symbol);
            }

            @Override
            public Figure number(double number) {
                return chain.number(number);
            }
        };
    }

    /** The constants at their central values. */
    static LawConstants<Real> central() {
        return new LawConstants<>() {
            @Override
            public Real input(Input input, String symbol) {
                return new Real(input.central());
            }

            @Override
            public Real number(double number) {
                return new Real(number);
            }
        };
    }
}

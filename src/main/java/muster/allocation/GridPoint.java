package muster.allocation;

import java.util.List;
import java.util.Optional;
import muster.model.Architecture;
import muster.model.Proportions;
import muster.model.TotalParameters;
import muster.scaling.Law;
import muster.trace.Chain;
import muster.trace.Figure;
import muster.uncertainty.Draw;
import muster.unit.Numbers;

/** A point of the grid of training compute. */
record GridPoint(Train train, int point, Proportions like) {

    Model model() {
        return new Model(
                id(), sized(parameters()), this::compute, Optional.of(new Model.Training(this::compute, List.of())));
    }

    Model student(String name, Train.Student student) {
        return new Model(
                id() + "-" + name,
                sized(parameters() * student.parameters().central()),
                chain -> compute(chain).times(chain.input(student.quality(), "")),
                Optional.of(new Model.Training(
                        chain -> compute(chain).times(chain.input(student.work(), "")), List.of(id()))));
    }

    private String id() {
        double flop = compute(new Chain(Draw.central())).central("FLOP").base();
        return "trained-" + Numbers.rounded(flop, 3).replace(",", "");
    }

    private Figure compute(Chain chain) {
        Figure from = chain.input(train.from(), "");
        double part = train.points() == 1 ? 0 : (double) point / (train.points() - 1);
        return from.times(
                chain.input(train.to(), "").over(from).power(chain.one().times(part)));
    }

    private double parameters() {
        Chain chain = new Chain(Draw.central());
        return train.law()
                .apply(chain, compute(chain), Law.MODEL)
                .parameters()
                .central("parameter")
                .base();
    }

    private Architecture sized(double parameters) {
        return Architecture.of(like.sized(new TotalParameters(parameters)));
    }
}

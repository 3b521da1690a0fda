package muster.allocation;

import java.util.List;
import java.util.Optional;
import muster.model.Architecture;
import muster.model.Proportions;
import muster.model.TotalParameters;
import muster.scaling.law.Law;
import muster.trace.Chain;
import muster.trace.Figure;
import muster.uncertainty.sampling.SampleBatch;
import muster.unit.NumberText;

/** A point of the grid of training compute. */
record GridPoint(TrainingGrid train, int point, Proportions like) {

    CandidateModel model() {
        return new CandidateModel(
                id(),
                sized(parameters()),
                this::compute,
                Optional.of(new CandidateModel.ModelTraining(this::compute, List.of())));
    }

    CandidateModel student(String name, TrainingGrid.Student student) {
        return new CandidateModel(
                id() + "-" + name,
                sized(parameters() * student.parameters().central()),
                chain -> compute(chain).times(chain.input(student.quality(), "")),
                Optional.of(new CandidateModel.ModelTraining(
                        chain -> compute(chain).times(chain.input(student.work(), "")), List.of(id()))));
    }

    private String id() {
        double flop = compute(new Chain(SampleBatch.central())).central("FLOP").base();
        return "trained-" + NumberText.rounded(flop, 3).replace(",", "");
    }

    private Figure compute(Chain chain) {
        Figure from = chain.input(train.from(), "");
        double part = train.points() == 1 ? 0 : (double) point / (train.points() - 1);
        return from.times(
                chain.input(train.to(), "").over(from).power(chain.one().times(part)));
    }

    private double parameters() {
        Chain chain = new Chain(SampleBatch.central());
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

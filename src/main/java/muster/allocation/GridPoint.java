package muster.allocation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import muster.model.Architecture;
import muster.model.Proportions;
import muster.model.TotalParameters;
import muster.scaling.law.Law;
import muster.trace.Chain;
import muster.trace.Figure;
import muster.uncertainty.sampling.SampleBatch;
import muster.unit.NumberText;

/**
 * A point of the grid of training compute.
 *
 * @param train the grid
 * @param point its number, from 0
 * @param like the proportions that its model has
 * @param digits the digits of its name
 */
record GridPoint(TrainingGrid train, int point, Proportions like, int digits) {
    /** Below, a shape of whole layers and heads is nothing like the model. */
    static final double LEAST_PARAMETERS = 1;
    /** Above, a width is more than a shape counts. */
    static final double MOST_PARAMETERS = 1e24;

    private static final int FEWEST_DIGITS = 3;
    private static final int MOST_DIGITS = 17;

    /** The points of a grid, under names of as many digits as tell them apart; none where no names do. */
    static List<GridPoint> all(TrainingGrid train, Proportions like) {
        return IntStream.rangeClosed(FEWEST_DIGITS, MOST_DIGITS)
                .mapToObj(digits -> IntStream.range(0, train.points())
                        .mapToObj(point -> new GridPoint(train, point, like, digits))
                        .toList())
                .filter(points -> points.stream().map(GridPoint::id).distinct().count() == points.size())
                .findFirst()
                .orElse(List.of());
    }

    /** Its model, and the students of it. */
    List<CandidateModel> models() {
        List<CandidateModel> models = new ArrayList<>(List.of(model()));
        train.students().ifPresent(students -> students.forEach((name, student) -> models.add(student(name, student))));
        return models;
    }

    private CandidateModel model() {
        return new CandidateModel(
                id(),
                sized(parameters()),
                this::compute,
                Optional.of(new CandidateModel.ModelTraining(this::compute, List.of())));
    }

    private CandidateModel student(String name, TrainingGrid.Student student) {
        return new CandidateModel(
                id() + "-" + name,
                sized(parameters() * student.parameters().central()),
                chain -> compute(chain).times(chain.input(student.quality(), "")),
                Optional.of(new CandidateModel.ModelTraining(
                        chain -> compute(chain).times(chain.input(student.work(), "")), List.of(id()))));
    }

    private String id() {
        return "trained-" + NumberText.rounded(flop(), digits).replace(",", "");
    }

    /** The training compute at the central values of inputs, in FLOP. */
    double flop() {
        return compute(new Chain(SampleBatch.central())).central("FLOP").base();
    }

    private Figure compute(Chain chain) {
        Figure from = chain.input(train.from(), "");
        double part = train.points() == 1 ? 0 : (double) point / (train.points() - 1);
        return from.times(
                chain.input(train.to(), "").over(from).power(chain.one().times(part)));
    }

    /** The parameters of the model that the law makes of it, at the central values of inputs. */
    double parameters() {
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

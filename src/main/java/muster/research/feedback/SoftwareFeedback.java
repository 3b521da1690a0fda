package muster.research.feedback;

import java.util.List;
import java.util.Optional;
import muster.catalog.EntryKind;
import muster.diagnostic.Place;
import muster.document.CatalogEntry;
import muster.document.In;
import muster.document.Otherwise;
import muster.research.feedback.DoublingPath.Course;
import muster.research.feedback.DoublingPath.Start;
import muster.trace.Chain;
import muster.trace.Figure;
import muster.trace.Kernel;
import muster.trace.SolutionCheck;
import muster.uncertainty.Input;
import muster.uncertainty.Source;
import muster.uncertainty.Tier;
import muster.unit.Quantity;

/**
 * How software gets better by the work of the AIs that run on it, and whether that runs away: the simulation of Davidson and
 * Houlden 2025, of which {@link DoublingPath} is one run.
 *
 * <pre>
 * doublings of all progress in a year = year / doubling / software_share
 * D = room * that,   T_0 = doubling / f
 * </pre>
 *
 * @param name what it is called
 * @param speedup f, how many times faster software gets better once AIs do the research; without it the scenario's research speed-up
 * @param returns r_0, doublings of software for a doubling of all research so far
 * @param room how long the rest of the way would take at the pace of today, in year
 * @param exponent p, how much of a doubling of software is a doubling of research: lambda alpha of a law of labour and compute
 * @param doubling how long software takes to double today, in year
 * @param softwareShare the part of software in all progress of today
 * @param horizon how long is looked ahead, in year
 * @param retraining whether models are trained anew in between, which slows a quick doubling down
 * @param fallingReturns whether returns fall to nothing as the room is used up
 */
@CatalogEntry("software-feedback/v1")
public record SoftwareFeedback(
        String name,
        @In("1") Optional<Input> speedup,
        @In("1") Input returns,
        @In("year") Input room,
        @In("1") Input exponent,
        @In("year") Input doubling,
        @In("1") Input softwareShare,

        @In("year") @Otherwise(value = "4 year", because = "as far as its authors looked")
        Input horizon,

        @Otherwise(value = "false", because = "the authors' main case")
        boolean retraining,

        @Otherwise(value = "true", because = "the authors' main case")
        boolean fallingReturns) {

    /** Feedbacks in the catalog. */
    public static final EntryKind<SoftwareFeedback> KIND =
            new EntryKind<>("software-feedback/v1", "software-feedback", SoftwareFeedback.class);

    private static final double YEAR = 12;
    private static final double FOUR_MONTHS = 4;
    private static final double ROUNDING = 1e-9;
    private static final double DAYS = 365;
    private static final Source TWELFTH =
            Source.of("definition", "a twelfth of a year, as this source counts months", Tier.DEFINITION);

    // What is asked of a path: its name, years of progress at the pace of today, and the months in which they are made.
    private record Event(String name, double years, double months) {
        // The first is ten times the recent pace, 3.33 years, of whose doublings the authors take the whole ones.
        static final List<Event> ALL = List.of(
                new Event(FeedbackFigures.THREE_YEARS_IN_ONE, 3, YEAR),
                new Event(FeedbackFigures.THREE_YEARS_IN_FOUR_MONTHS, 10 / 3.0, FOUR_MONTHS),
                new Event(FeedbackFigures.TEN_YEARS_IN_ONE, 10, YEAR),
                new Event(FeedbackFigures.TEN_YEARS_IN_FOUR_MONTHS, 10, FOUR_MONTHS));
    }

    /** Where it is written. */
    public Place place() {
        return returns.place();
    }

    /**
     * Records how far software comes, how fast the best year is, and the odds of an explosion.
     *
     * @param chain the run
     * @param research how many times faster research goes, where the scenario tells it
     */
    public void apply(Chain chain, Optional<Figure> research) {
        Figure f = speedup.map(stated -> chain.input(stated, "f"))
                .or(() -> research)
                .orElseThrow(() -> new IllegalStateException("a feedback without a speed-up"));
        Figure month = chain.constant(FeedbackFigures.MONTH, "", Quantity.of(DAYS / YEAR, "day"), TWELFTH);
        Figure today = chain.input(doubling, "");
        Figure yearly = month.times(YEAR)
                .over(today.times(chain.input(softwareShare, "")))
                .as(FeedbackFigures.DOUBLINGS_A_YEAR, "", "1");
        Figure room = chain.input(this.room, "Y")
                .over(month.times(YEAR))
                .times(yearly)
                .as(FeedbackFigures.ROOM, "D", "1");
        Figure[] start = {
            f,
            chain.input(returns, "r"),
            room,
            chain.input(exponent, "p"),
            today.over(month),
            chain.input(horizon, "").over(month),
            yearly
        };
        Figure doublings = solved(chain, FeedbackFigures.DOUBLINGS, start, (path, row) -> path.doublings());
        Figure best = solved(chain, FeedbackFigures.BEST_YEAR_DOUBLINGS, start, (path, row) -> path.mostWithin(YEAR));
        doublings.over(yearly).as(FeedbackFigures.PROGRESS, "", "1");
        best.over(yearly).as(FeedbackFigures.BEST_YEAR, "", "1");
        chain.one().where(start[1], chain.one()).asOdds(FeedbackFigures.ACCELERATES, "");
        Event.ALL.forEach(event -> solved(
                        chain,
                        event.name() + FeedbackFigures.HAPPENS,
                        start,
                        (path, row) -> path.within(whole(event.years() * row[6]), event.months()) ? 1 : 0)
                .asOdds(event.name(), ""));
    }

    private static int whole(double doublings) {
        return (int) Math.min(Integer.MAX_VALUE, Math.floor(doublings + ROUNDING));
    }

    /** What is told of a path; the row is what the path is made of. */
    @FunctionalInterface
    private interface Told {
        double of(DoublingPath path, double[] row);
    }

    private Figure solved(Chain chain, String name, Figure[] start, Told told) {
        return chain.solved(
                name,
                "",
                "1",
                Kernel.each(row -> told.of(
                        DoublingPath.of(
                                new Start(row[0], row[1], row[2], row[3]),
                                new Course(row[4], row[5], retraining, fallingReturns)),
                        row)),
                found -> List.of(new SolutionCheck(found.floor(), found)),
                start);
    }
}

package muster.research.course;

import java.util.OptionalDouble;
import muster.research.course.Course.State;

/**
 * A pause of the leader: from when it reaches a level, less a margin, until an incautious party reaches the level itself. Meanwhile
 * its whole fleet does research on alignment with the software of the first day.
 *
 * <pre>
 * researcher-months   = W S_p * integral of F from the start of the pause to its end
 * progress            = integral of X(F, S_p), in months of the leader's rate at the start
 * </pre>
 *
 * <p>Weights are stolen once. A thief with a smaller fleet than the leader's falls behind it, so that a theft long before the pause may
 * leave more time than one shortly before it.
 *
 * @param begins when it begins, in months
 * @param lasts how long it lasts, in months; 0 where others are there first
 * @param stolen whether a thief ends it
 * @param openEnd whether nobody reaches the level within the horizon, so that it lasts at least as long as it says
 * @param fleetMonths the fleet's months of work, over a month of the leader's fleet and software at the start
 * @param progress research done, in months of the leader's rate at the start
 */
record Pause(double begins, double lasts, boolean stolen, boolean openEnd, double fleetMonths, double progress) {

    /** No pause: the level is not reached within the horizon. */
    static final Pause NONE = new Pause(Double.POSITIVE_INFINITY, 0, false, false, 0, 0);

    /**
     * What is asked.
     *
     * @param danger the level of danger, E over the leader's at the start, above 0
     * @param margin the part of the level that the leader stays below, from 0 to below 1
     * @param lead of the leader before the rival, in months of the rival's own pace
     * @param theft when the weights are stolen, in months; infinite for never
     * @param thiefFleet the thief's fleet over the leader's
     */
    record Question(double danger, double margin, double lead, double theft, double thiefFleet) {
        double stop() {
            return StrictMath.log(danger) + StrictMath.log1p(-margin);
        }
    }

    /** The pause on a course. */
    static Pause on(Course course, Question question) {
        double danger = StrictMath.log(question.danger());
        OptionalDouble reached = course.reaches(course.leader(), question.stop(), course.horizon());
        if (reached.isEmpty()) {
            return NONE;
        }
        double begins = reached.getAsDouble();
        State stopped = course.at(course.leader(), begins);
        double rival = course.reaches(course.rival(question.lead()), danger, course.horizon())
                .orElse(Double.POSITIVE_INFINITY);
        double thief = thief(course, question, begins, stopped, danger);
        double ends = Math.min(rival, thief);
        double lasts = Math.max(0, Math.min(ends, course.horizon()) - begins);
        return new Pause(
                begins,
                lasts,
                thief < rival,
                ends == Double.POSITIVE_INFINITY,
                fleetMonths(course, stopped, lasts),
                progress(course, stopped, lasts));
    }

    // Before the pause the leader is where its course takes it; in the pause it stands where it stopped, and its fleet
    // grows.
    private static double thief(Course course, Question question, double begins, State stopped, double danger) {
        double theft = question.theft();
        if (theft >= course.horizon()) {
            return Double.POSITIVE_INFINITY;
        }
        State victim = theft < begins
                ? course.at(course.leader(), theft)
                : new State(stopped.level(), stopped.software(), course.growth() * theft);
        OptionalDouble needs =
                course.reaches(course.thief(victim, question.thiefFleet()), danger, course.horizon() - theft);
        return needs.isPresent() ? theft + needs.getAsDouble() : Double.POSITIVE_INFINITY;
    }

    private static double fleetMonths(Course course, State stopped, double lasts) {
        double growth = course.growth();
        double grown = growth == 0 ? lasts : StrictMath.expm1(growth * lasts) / growth;
        return StrictMath.exp(stopped.fleet() + stopped.software()) * grown;
    }

    // By Simpson's rule over each month: the rate is smooth.
    private static double progress(Course course, State stopped, double lasts) {
        double done = 0;
        for (double from = 0; from < lasts; from += 1) {
            double step = Math.min(1, lasts - from);
            done += step
                    / 6
                    * (rate(course, stopped, from)
                            + 4 * rate(course, stopped, from + step / 2)
                            + rate(course, stopped, from + step));
        }
        return done;
    }

    private static double rate(Course course, State stopped, double time) {
        return course.rate(stopped.fleet() + course.growth() * time, stopped.software());
    }
}

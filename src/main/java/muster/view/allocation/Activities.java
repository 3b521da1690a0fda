package muster.view.allocation;

import muster.allocation.problem.Activity;

/** What a chip does, in words. */
final class Activities {
    private Activities() {}

    static String verb(Activity activity) {
        return activity instanceof Activity.Train
                ? "trains"
                : activity instanceof Activity.Experiment ? "runs" : "serves";
    }

    /** The use that it is of a chip. */
    static String use(Activity activity) {
        return activity instanceof Activity.Train
                ? "training"
                : activity instanceof Activity.Experiment ? "experiments" : "serving";
    }

    /** The job, or what is served and how. */
    static String what(Activity activity) {
        return activity instanceof Activity.Serve serve ? serve.serving().variant() : activity.model();
    }
}

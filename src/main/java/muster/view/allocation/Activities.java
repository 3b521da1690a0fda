package muster.view.allocation;

import muster.allocation.problem.Activity;

/** What a chip does, in words. */
final class Activities {
    private Activities() {}

    static String verb(Activity activity) {
        return activity instanceof Activity.Train ? "trains" : "serves";
    }

    /** The job, or what is served and how. */
    static String what(Activity activity) {
        return activity instanceof Activity.Serve serve ? serve.serving().variant() : activity.model();
    }
}

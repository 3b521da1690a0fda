package muster.inference.queue;

/**
 * How long a prompt waits for those before it where n prompts come within a window of time w, each of which takes s of a server
 * that carries m at once.
 *
 * <pre>
 * wait = (-D + sqrt(D^2 + (n - m) v))/2,   D = (w - (n - m) s)/2,   v = s min(s, w/(n - m)) u^(sqrt(2 (m + 1)) - 1)
 * u    = min(1, (n - m) s/w)
 * </pre>
 *
 * <p>One formula for a burst, a number of users and a rate. Where all come at once (w = 0) it is the half of the work, {@code (n -
 * m) s/2}; so it is for the part of the work that exceeds the window. Where the window is as long as the work it is a random walk
 * above 0, of n steps with the variance s squared, within 6% of its mean {@code 2/3 sqrt(2 n v/pi)}, and up to a third more than that of n
 * prompts at any time of the window. Where n is without bound at
 * n/w = rate, it is the wait of Pollaczek and Khinchine beyond the step that runs, {@code s u^2/(2 (1 - u))} at m = 1; and at more the
 * approximation of H. Sakasegawa, "An approximation formula L = a rho^b/(1 - rho)", 1977, with m in the place of servers.
 */
final class PromptQueue {
    private PromptQueue() {}

    /**
     * The mean wait, in the unit of the window.
     *
     * @param each what a prompt takes where prompts never end, s
     * @param capacity how many a step carries, m
     * @param prompts how many come, n
     * @param window within which they come, w
     */
    static double wait(double each, double capacity, double prompts, double window) {
        double others = prompts - capacity;
        if (others <= 0) {
            return 0;
        }
        double work = others * each;
        double busy = window <= 0 ? 1 : Math.min(1, work / window);
        double variance = each * Math.min(each, window / others) * Math.pow(busy, exponent(capacity) - 1);
        return positiveRoot((window - work) / 2, others * variance);
    }

    /**
     * The same where a fixed number of users sends each the next prompt a time after the last was done: the wait of an endless rate
     * while they are few, and {@code (n - m) s - z} where they are more than the server takes, since none is lost.
     *
     * <pre>
     * wait = (-D + sqrt(D^2 + 2 (n - m) v))/2,   D = z - (n - m) s
     * </pre>
     *
     * @param each what a prompt takes where prompts never end, s
     * @param capacity how many a step carries, m
     * @param users how many there are, n
     * @param apart the time from a prompt of a user to the next without waiting, z
     */
    static double ofUsers(double each, double capacity, double users, double apart) {
        double others = users - capacity;
        if (others <= 0) {
            return 0;
        }
        double work = others * each;
        double busy = Math.min(1, work / apart);
        double variance = each * each * Math.pow(busy, exponent(capacity) - 1);
        return positiveRoot(apart - work, 2 * others * variance);
    }

    /**
     * The same where prompts come for ever, in s; infinite where they are more than the server takes.
     *
     * @param each what a prompt takes where prompts never end, in s
     * @param capacity how many a step carries, m
     * @param rate prompts that come, in 1/s
     */
    static double steady(double each, double capacity, double rate) {
        double busy = rate * each;
        return busy >= 1 ? Double.POSITIVE_INFINITY : each * Math.pow(busy, exponent(capacity)) / (2 * (1 - busy));
    }

    private static double exponent(double capacity) {
        return Math.sqrt(2 * (capacity + 1));
    }

    // Of x^2 + slack x = c/4, without the loss of digits where the slack is large.
    private static double positiveRoot(double slack, double c) {
        double root = Math.sqrt(slack * slack + c);
        return slack > 0 ? c / (2 * (root + slack)) : (root - slack) / 2;
    }
}

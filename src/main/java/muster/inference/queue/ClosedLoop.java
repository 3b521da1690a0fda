package muster.inference.queue;

import java.util.Optional;

/**
 * A fixed number of requests in flight: a user sends the next when the last is answered. Prompts are the server and answers the
 * time to think of a machine-repair model; the rate follows from Little's law, and with it the wait, in turn:
 *
 * <pre>
 * cycle = first token + answer     rate = c/cycle      generating B = c answer/cycle
 * answer = (out - 1) time per output token(B)          first token = residual + wait(c prompts within a window) + own steps + overhead
 * </pre>
 *
 * <p>with c of the C requests served at once; those above what the replica holds wait for a whole answer, {@code (C/c - 1) cycle}. A
 * request sees the queue that the others make (the arrival theorem; M. Reiser and S. Lavenberg, "Mean-value analysis of closed
 * multichain queuing networks", 1980), and the population is kept on average (W. Whitt, "Open and closed models for networks of
 * queues", 1984).
 *
 * @param server the replica
 * @param pool what prefills for it, where prefill is disaggregated
 * @param slots the most requests that it serves at once
 * @param overhead what a request takes to its first token beside waiting and the steps of its prompt
 */
public record ClosedLoop(ReplicaServer server, Optional<PrefillPool> pool, double slots, Overhead overhead) {
    private static final int ROUNDS = 60;
    private static final double CLOSE = 1e-6;

    /**
     * What requests see.
     *
     * @param requests requests in flight, C
     * @param waves how they come
     */
    public Served at(double requests, Waves waves) {
        double served = Math.min(requests, slots);
        PromptSteps steps = PromptSteps.of(server, served);
        double answer = server.answerSeconds(steps, others(served));
        double first = 0;
        for (int round = 0; round < ROUNDS; round++) {
            double before = first;
            double cycle = answer + first;
            double generating = cycle > 0 ? Math.max(Math.min(1, served), served * answer / cycle) : served;
            steps = PromptSteps.of(server, generating);
            answer = server.answerSeconds(steps, others(served));
            // Half of the way, since a longer wait leaves fewer to wait for.
            double found = firstToken(served, steps, answer, first, waves);
            first = round == 0 ? found : (first + found) / 2;
            if (Math.abs(first - before) <= CLOSE * first) {
                break;
            }
        }
        double cycle = first + answer;
        double slot = Math.max(0, requests / served - 1) * cycle;
        double alone =
                overhead.of(step(steps, served)) + handing() + prompts(steps).own(1);
        return new Served(
                slot + first,
                answer / Math.max(1, server.lengths().outputTokens() - 1),
                slot + cycle,
                served / cycle,
                slot,
                Math.max(0, first - alone),
                Math.min(1, served / slots));
    }

    // Of what prefills: the replica itself, or the pool.
    PromptSteps prompts(PromptSteps ofReplica) {
        return pool.map(own -> PromptSteps.of(own, 0)).orElse(ofReplica);
    }

    double handing() {
        return pool.map(PrefillPool::handSeconds).orElse(0.0);
    }

    // All others begin once in a cycle, and those that come after a request are prefilled after it.
    private double others(double served) {
        return pool.isPresent() ? 0 : server.perStep(Math.max(0, served - 1));
    }

    // The mean time of a step while an answer is generated.
    private double step(PromptSteps ofReplica, double served) {
        return pool.isPresent() ? ofReplica.alone() : ofReplica.meanStepWith(others(served));
    }

    private double firstToken(double served, PromptSteps ofReplica, double answer, double before, Waves waves) {
        PromptSteps steps = prompts(ofReplica);
        double step = step(ofReplica, served);
        // Where a replica prefills itself, answers end with steps, and so do the pauses between prompts.
        double tick = pool.isPresent() ? 1 : step;
        double fixed = overhead.of(step) + handing();
        // Without waiting, and with what it was found to be.
        double apart = (answer + fixed + steps.own(1)) / tick;
        if (waves.steady()) {
            return fixed + within(steps, served, (before + answer) / tick, ofUsers(steps, served, apart));
        }
        double first = served * (pool.isPresent() ? steps.promptSeconds() : steps.passes() / steps.capacity());
        double least = ofUsers(steps, served, apart);
        double sum = 0;
        int count = (int) Math.max(1, Math.round(waves.count()));
        for (int wave = 1; wave <= count; wave++) {
            double window = waves.window(wave, first, answer / tick, (before + answer) / tick);
            double wait = wait(steps, served, window);
            sum += within(steps, served, window, wave == 1 ? wait : Math.max(wait, least));
        }
        return fixed + sum / count;
    }

    // Prompts of requests that come within a window, in steps or in seconds, and wait. One that follows an answer comes
    // when the next
    // step has just begun, and waits for all of it.
    private double within(PromptSteps steps, double requests, double window, double wait) {
        if (requests <= 1) {
            return steps.own(1);
        }
        if (window <= 0) {
            return steps.own(requests) + wait;
        }
        double rate = (requests - 1) / window;
        double beside = pool.isPresent() ? rate * steps.one() : rate;
        double residual = pool.isPresent() ? steps.residual(rate) : steps.meanStepWith(rate);
        return residual + steps.own(Math.min(requests, 1 + beside)) + wait;
    }

    private double wait(PromptSteps steps, double requests, double window) {
        return pool.isPresent()
                ? PromptQueue.wait(steps.promptSeconds(), steps.capacity(), requests, window)
                : steps.full()
                        * PromptQueue.wait(steps.passes() / steps.capacity(), steps.capacity(), requests, window);
    }

    private double ofUsers(PromptSteps steps, double requests, double apart) {
        return pool.isPresent()
                ? PromptQueue.ofUsers(steps.promptSeconds(), steps.capacity(), requests, apart)
                : steps.full()
                        * PromptQueue.ofUsers(steps.passes() / steps.capacity(), steps.capacity(), requests, apart);
    }
}

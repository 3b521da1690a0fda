package muster.inference.queue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;

/**
 * A server with continuous batching, step by step: requests are admitted in the order in which they come while there are slots, prompts
 * are prefilled in that order up to a chunk of tokens a step beside all that is generated, and a request leaves with its last token. Of
 * the closed forms it shares the time of a step alone.
 */
final class BatchingSimulation {
    private final ReplicaServer server;
    private final double promptTokens;
    private final int outputTokens;
    private final double chunk;
    private final int slots;
    private final SplittableRandom random;

    private final PriorityQueue<Request> coming = new PriorityQueue<>(Comparator.comparingDouble(one -> one.sent));
    private final Deque<Request> waiting = new ArrayDeque<>();
    private final List<Request> prefilled = new ArrayList<>();
    private final List<Request> generated = new ArrayList<>();
    private final List<Request> answered = new ArrayList<>();
    private double now;

    private static final class Request {
        final double sent;
        final int output;
        double promptLeft;
        int left;
        double firstToken;
        double ended;

        Request(double sent, double promptTokens, int output) {
            this.sent = sent;
            this.output = output;
            this.promptLeft = promptTokens;
            this.left = output;
        }
    }

    /** Means over the requests that count. */
    record Seen(double timeToFirstToken, double tokenSeconds, double requestSeconds, double rate) {}

    BatchingSimulation(
            ReplicaServer server, double promptTokens, int outputTokens, double chunk, int slots, long seed) {
        this.server = server;
        this.promptTokens = promptTokens;
        this.outputTokens = outputTokens;
        this.chunk = chunk;
        this.slots = slots;
        this.random = new SplittableRandom(seed);
    }

    /** So many requests at a rate, those of the first and the last fifth not counted. */
    Seen open(double rate, int requests) {
        double at = 0;
        for (int i = 0; i < requests; i++) {
            at += -Math.log(1 - random.nextDouble()) / rate;
            coming.add(new Request(at, promptTokens, outputTokens));
        }
        while (answered.size() < requests) {
            step(() -> {});
        }
        answered.sort(Comparator.comparingDouble(one -> one.sent));
        return seen(answered.subList(requests / 5, requests - requests / 5));
    }

    /**
     * So many in flight until all are answered.
     *
     * @param shortest the shortest answer over the longest
     * @param skipped of those that were sent first, how many do not count
     */
    Seen closed(int inFlight, int requests, double shortest, int skipped) {
        int[] left = {requests};
        Runnable next = () -> {
            if (left[0] > 0) {
                left[0]--;
                double pause = now == 0 ? 0 : -Math.log(1 - random.nextDouble()) * 0.001;
                coming.add(new Request(now + pause, promptTokens, length(shortest)));
            }
        };
        for (int i = 0; i < inFlight; i++) {
            next.run();
        }
        while (answered.size() < requests) {
            step(next);
        }
        answered.sort(Comparator.comparingDouble(one -> one.sent));
        return seen(answered.subList(skipped, requests));
    }

    // Evenly between the shortest and the longest, with the mean that is asked.
    private int length(double shortest) {
        double longest = outputTokens * 2 / (1 + shortest);
        return (int) Math.round(longest * (shortest + (1 - shortest) * random.nextDouble()));
    }

    private void step(Runnable next) {
        while (!coming.isEmpty() && coming.peek().sent <= now) {
            waiting.add(coming.remove());
        }
        while (!waiting.isEmpty() && prefilled.size() + generated.size() < slots) {
            prefilled.add(waiting.remove());
        }
        if (prefilled.isEmpty() && generated.isEmpty()) {
            now = coming.peek().sent;
            return;
        }
        double tokens = 0;
        for (Request one : prefilled) {
            double taken = Math.min(one.promptLeft, chunk - tokens);
            one.promptLeft -= taken;
            tokens += taken;
        }
        now += server.carrying(generated.size(), tokens);
        for (Request one : generated) {
            one.left--;
        }
        for (Request one : prefilled) {
            if (one.promptLeft <= 0) {
                one.left--;
                one.firstToken = now;
                generated.add(one);
            }
        }
        prefilled.removeIf(one -> one.promptLeft <= 0);
        for (Request one : generated) {
            if (one.left <= 0) {
                one.ended = now;
                answered.add(one);
                next.run();
            }
        }
        generated.removeIf(one -> one.left <= 0);
    }

    private static Seen seen(List<Request> some) {
        double first = some.stream()
                .mapToDouble(one -> one.firstToken - one.sent)
                .average()
                .orElseThrow();
        double whole =
                some.stream().mapToDouble(one -> one.ended - one.sent).average().orElseThrow();
        double token = some.stream()
                .mapToDouble(one -> (one.ended - one.firstToken) / (one.output - 1))
                .average()
                .orElseThrow();
        double begin = some.get(0).sent;
        double end = some.get(some.size() - 1).sent;
        return new Seen(first, token, whole, (some.size() - 1) / (end - begin));
    }
}

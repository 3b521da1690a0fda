package muster.inference.replica;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import muster.inference.calibration.FactorInputs;

/**
 * Searches for replicas that are made once: scenarios side by side, techniques, limits and sweeps ask for the same model on the same
 * chip again and again. Of two searches that see the same the replicas are the same, whoever asked first.
 */
public final class KeptReplicas {
    // Each holds some hundred replicas, all together a few MB.
    private static final int MOST_KEPT = 256;
    private static final Map<Asked, Replicas> KEPT =
            Collections.synchronizedMap(new LinkedHashMap<>(MOST_KEPT, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Asked, Replicas> eldest) {
                    return size() > MOST_KEPT;
                }
            });

    private KeptReplicas() {}

    /** All that a search with the calibrated step-time model sees. */
    private record Asked(
            SearchedModel model,
            double interference,
            double prefillChunk,
            double prefillUtilization,
            ReplicaRequest request) {
        static Asked of(ModelOnChip setup, double prefillUtilization, ReplicaRequest request) {
            return new Asked(
                    SearchedModel.of(setup),
                    FactorInputs.central(setup.engine().factors().interference()),
                    setup.prefillChunk(),
                    prefillUtilization,
                    request);
        }
    }

    /**
     * The replicas of a model on a chip.
     *
     * @param method the step-time model, of which searches with the calibrated one are kept
     * @param setup the model on the chip
     * @param request what is asked for
     * @param prefillUtilization how busy chips are that only prefill
     */
    public static Replicas of(
            TimeModelChoice method, ModelOnChip setup, ReplicaRequest request, double prefillUtilization) {
        if (method != TimeModelChoice.CALIBRATED) {
            return search(method, setup, request, prefillUtilization);
        }
        Asked asked = Asked.of(setup, prefillUtilization, request);
        Replicas known = KEPT.get(asked);
        if (known == null) {
            // Not under a lock: what two threads search at once is the same.
            known = search(method, setup, request, prefillUtilization);
            KEPT.put(asked, known);
        }
        return known;
    }

    private static Replicas search(
            TimeModelChoice method, ModelOnChip setup, ReplicaRequest request, double prefillUtilization) {
        LayoutSearch search = new LayoutSearch(method.of(setup), setup, request, prefillUtilization);
        search.run();
        return Replicas.of(search);
    }
}

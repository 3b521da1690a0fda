package muster.model.layer;

/** A layer that keeps a state of constant size of a sequence, and no cache. */
sealed interface Recurrent extends Mixer permits GatedDelta, KimiDelta, Lightning, Mamba2, Mamba1 {

    @Override
    default String cacheName() {
        return "state";
    }

    @Override
    default double cachePerToken() {
        return 0;
    }

    @Override
    default double cacheElements(double contextTokens) {
        return 0;
    }
}

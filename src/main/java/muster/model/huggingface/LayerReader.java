package muster.model.huggingface;

import java.util.List;

/** What a layer of a kind of model has of something: one in most kinds, none or two in some. */
@FunctionalInterface
interface LayerReader<T> {
    /**
     * What a layer has.
     *
     * @param config the file
     * @param layer which layer, from 0
     * @throws IllegalArgumentException if a layer of such numbers cannot be
     */
    List<T> of(HubConfig config, int layer);
}

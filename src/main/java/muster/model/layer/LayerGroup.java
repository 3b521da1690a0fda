package muster.model.layer;

/**
 * Layers of one kind.
 *
 * @param layers how many there are; not whole where a model is scaled to fewer layers
 * @param mixer what each of them does
 */
public record LayerGroup(double layers, Mixer mixer) {}

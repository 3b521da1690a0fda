package muster.inference;

import muster.model.Architecture;

/**
 * A model that chips are to serve.
 *
 * @param model the model
 * @param onChips how it is set up
 */
record Serviceable(Architecture model, OnChips onChips) {}

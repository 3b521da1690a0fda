package muster.inference.serving;

import muster.model.Architecture;

/**
 * A model that chips are to serve.
 *
 * @param model the model
 * @param onChips how it is set up
 */
record ModelToServe(Architecture model, ServingSetup onChips) {}

package muster.allocation;

import muster.hardware.Chip;
import muster.inference.replica.Encodings;

/**
 * A model on a kind of chip in a format: what replicas are searched for.
 *
 * @param model the model
 * @param id the id of the kind of chip
 * @param chip the kind of chip
 * @param format how the model is stored and multiplied
 */
record ServingPair(CandidateModel model, String id, Chip chip, Encodings format) {}

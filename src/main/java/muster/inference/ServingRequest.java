package muster.inference;

import java.util.Optional;
import muster.uncertainty.Input;

/**
 * What replicas of a fleet are searched for.
 *
 * @param roofline the section
 * @param required the speed that every stream must have; nothing where the best is to be found
 */
record ServingRequest(Roofline roofline, Optional<Input> required) {}

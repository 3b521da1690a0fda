package muster.inference;

import muster.uncertainty.Input;

/**
 * What replicas of a fleet are searched for.
 *
 * @param roofline the section
 * @param request what a replica is asked for
 * @param required the speed that every stream must have
 */
record Asked(Roofline roofline, Request request, Input required) {}

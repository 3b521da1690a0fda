package muster.model;

import muster.document.In;
import muster.uncertainty.Input;

/**
 * How the models of other sizes of a family are shaped where that is otherwise than as a known one, which they else are like.
 *
 * @param aspect the width over the layers
 */
public record FamilyRule(@In("1") Input aspect) {}

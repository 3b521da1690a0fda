package muster.document.yaml;

import muster.diagnostic.Place;

/** A part of a YAML document. */
public sealed interface Node permits Text, Mapping, Items, Deleted {
    /** Where it begins. */
    Place place();

    /** What it is, in words for a message. */
    String kind();
}

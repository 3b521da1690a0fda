/**
 * YAML files as trees that know their places, overlays of such trees, and records made from them. A record is the form of
 * a section: its components are the keys, annotated with their units. Only this package sees a YAML library.
 */
@NullMarked
package muster.document;

import org.jspecify.annotations.NullMarked;

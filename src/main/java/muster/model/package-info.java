/** Models: what is known of an architecture, and which model a scenario serves. */
@NullMarked
package muster.model;

import org.jspecify.annotations.NullMarked;

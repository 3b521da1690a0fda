/** YAML to trees with places and back: reading, layers, edits, CSV rows. */
@NullMarked
package muster.document.yaml;

import org.jspecify.annotations.NullMarked;

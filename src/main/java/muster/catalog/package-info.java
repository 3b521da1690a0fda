/**
 * The catalog: entries of any kind by id, from the built-in catalog and from the layers that a user puts on top. Each package
 * declares its own {@link muster.catalog.EntryKind}s; an entry is read when it is first asked for.
 */
@NullMarked
package muster.catalog;

import org.jspecify.annotations.NullMarked;

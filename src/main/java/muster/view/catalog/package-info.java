/** Views of the catalog: why values are what they are, what two catalogs differ in, what checks found. */
@NullMarked
package muster.view.catalog;

import org.jspecify.annotations.NullMarked;

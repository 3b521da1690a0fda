package muster.model;

import muster.catalog.Kind;
import muster.document.In;
import muster.uncertainty.Input;

/**
 * A model in the catalog.
 *
 * <p>Counting rules: parameters are all there are, embeddings tied once or untied twice, norms and output layer included;
 * active parameters leave out the input embedding, which is looked up, and experts that a token does not visit.
 *
 * @param developer who made it
 * @param parameters all parameters
 * @param activeParameters the parameters that a token is multiplied with
 */
public record Architecture(
        String developer,
        @In("parameter") Input parameters,
        @In("parameter") Input activeParameters) {

    /** Models in the catalog. */
    public static final Kind<Architecture> KIND = new Kind<>("architecture/v1", "architectures", Architecture.class);
}

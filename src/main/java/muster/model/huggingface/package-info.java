/** Models as Hugging Face describes them: a config.json becomes an architecture, by the conventions of each kind of model. */
@NullMarked
package muster.model.huggingface;

import org.jspecify.annotations.NullMarked;

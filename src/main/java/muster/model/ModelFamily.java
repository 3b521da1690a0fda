package muster.model;

/** Models by their size: one and the same whatever the size, or one that grows in its proportions. */
@FunctionalInterface
public interface ModelFamily {

    /** The model of a size. */
    Architecture of(ModelSize size);
}

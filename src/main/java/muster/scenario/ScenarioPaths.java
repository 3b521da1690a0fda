package muster.scenario;

/** The paths of inputs that name an entry of the catalog, where code names them. All other paths are made of the keys of the sections. */
public final class ScenarioPaths {
    /** The fleet. */
    public static final String FLEET_ID = "fleet.id";

    /** The model that is served. */
    public static final String INFERENCE_MODEL = "inference.model";

    /** The law that sizes. */
    public static final String TRAINING_LAW = "training.law";

    /** The exchange rate. */
    public static final String EXCHANGE_RATE = "workforce.exchange_rate";

    private ScenarioPaths() {}
}

package dev.cultivar.planted;

import dev.cultivar.text.PlainException;

/** A request that the planted server answers with an error. */
final class PlantedModelException extends PlainException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    PlantedModelException(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    static PlantedModelException unknownModel(String model, String hint) {
        return new PlantedModelException(
                404,
                "model_not_found",
                "There is no planted model '" + model + "'." + hint
                        + " Planted models are uniform, fifty, perfect-local, perfect-POPULATION (as perfect-DK),"
                        + " world, mix-US70-DK30, mix-local30-US30-uniform40, refuser, english-only.");
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }
}

package dev.cultivar.baseline;

/** A request that the baseline server answers with an error. */
final class BaselineException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    BaselineException(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    static BaselineException unknownModel(String model, String hint) {
        return new BaselineException(
                404,
                "model_not_found",
                "There is no baseline model '" + model + "'." + hint
                        + " Baseline models are uniform, fifty, perfect-local, perfect-POPULATION (as perfect-DK),"
                        + " mix-US70-DK30, refuser, english-only.");
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }
}

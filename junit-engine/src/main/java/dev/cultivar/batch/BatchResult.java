package dev.cultivar.batch;

/**
 * What a batch says about one request.
 *
 * @param id the request's custom id; untrusted; empty where the line has none
 * @param answered whether there is a reply
 * @param status HTTP status of the reply; 0 where there is none
 * @param body the reply's JSON, untrusted; empty where there is none
 * @param notAsked whether the batch ended before the request's turn, so that the request can simply be sent again
 * @param reason why there is no reply, one line
 */
record BatchResult(String id, boolean answered, int status, String body, boolean notAsked, String reason) {

    static BatchResult answered(String id, int status, String body) {
        return new BatchResult(id, true, status, body, false, "");
    }

    static BatchResult failed(String id, boolean notAsked, String reason) {
        return new BatchResult(id, false, 0, "", notAsked, reason);
    }
}

package dev.cultivar.run.plan;

/** One topic x model x language. */
public record CellKey(String topic, String model, String language) {

    /** The sample that its responses belong to. */
    public SampleKey sample() {
        return new SampleKey(model, language);
    }
}

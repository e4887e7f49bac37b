package dev.cultivar.engine;

import dev.cultivar.engine.execution.CultivarContext;
import dev.cultivar.suite.Mistake;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.engine.UniqueId;

/** One mistake, which fails. */
final class MistakeDescriptor extends CultivarDescriptor {

    private final Mistake mistake;

    MistakeDescriptor(UniqueId parent, Mistake mistake, int number) {
        super(parent.append(Segments.MISTAKE, String.valueOf(number)), "mistake " + number, null, number);
        this.mistake = mistake;
    }

    @Override
    public Type getType() {
        return Type.TEST;
    }

    @Override
    public CultivarContext execute(CultivarContext context, DynamicTestExecutor dynamicTestExecutor) {
        throw new JUnitException(mistake.message());
    }
}

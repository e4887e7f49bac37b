package dev.cultivar.engine.execution;

import dev.cultivar.run.plan.CellKey;
import dev.cultivar.text.PlainException;
import org.jspecify.annotations.Nullable;

/** Fails a cell or gate that could not be decided. */
public final class RunFaultException extends PlainException {

    private static final long serialVersionUID = 1L;

    /** Transient: runners that send exceptions to another process send only the message. */
    private final transient @Nullable RunFault fault;

    RunFaultException(RunFault fault) {
        super(fault.summary());
        this.fault = fault;
    }

    RunFaultException(RunFault fault, Throwable cause) {
        super(fault.summary(), cause);
        this.fault = fault;
    }

    RunFaultException(CellKey cell, RunFault.OfCell fault) {
        super(fault.message(cell));
        this.fault = fault;
    }

    RunFaultException(CellKey cell, RunFault.OfCell fault, Throwable cause) {
        super(fault.message(cell), cause);
        this.fault = fault;
    }

    /** Null if this exception came from another process. */
    public @Nullable RunFault fault() {
        return fault;
    }
}

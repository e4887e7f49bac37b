package dev.cultivar.maven;

import dev.cultivar.text.PlainText;
import dev.cultivar.text.PlainThrowable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.stream.Stream;
import org.apache.maven.plugin.logging.Log;
import org.jspecify.annotations.Nullable;

/** Maven's log prints what it is given; what goals say may have names from a store, a baseline or a table of somebody else's. */
public final class PlainLog {

    private PlainLog() {}

    /** The log, to which nothing comes that a terminal obeys. */
    public static Log of(Log log) {
        return (Log) Proxy.newProxyInstance(
                PlainLog.class.getClassLoader(), new Class<?>[] {Log.class}, (self, method, said) -> {
                    try {
                        return method.invoke(
                                log,
                                said == null
                                        ? null
                                        : Stream.of(said).map(PlainLog::plain).toArray());
                    } catch (InvocationTargetException e) {
                        throw e.getCause() == null ? e : e.getCause();
                    }
                });
    }

    private static @Nullable Object plain(@Nullable Object said) {
        if (said instanceof CharSequence text) {
            return PlainText.text(text.toString());
        }
        return said instanceof Throwable failure ? PlainThrowable.of(failure) : said;
    }
}

package dev.cultivar.maven;

import dev.cultivar.text.PlainText;
import dev.cultivar.text.PlainThrowable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.stream.Stream;
import org.apache.maven.plugin.logging.Log;
import org.jspecify.annotations.Nullable;

/**
 * Removes terminal control characters from the log. Maven prints log messages unchanged, and they may contain names from somebody else's
 * store, baseline or table.
 */
public final class PlainLog {

    private PlainLog() {}

    /** A log that passes on no terminal control characters. */
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

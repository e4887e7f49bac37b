package dev.cultivar.suite;

import dev.cultivar.api.CulturalSuite;
import dev.cultivar.api.Skipped;
import dev.cultivar.settings.SuiteDefaults;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.engine.support.descriptor.ClassSource;

/** Reads a suite class and notes its mistakes. Calls none of its code. */
final class SuiteReader {

    /** Probes that list topics claim them before a whole catalogue takes the rest; names make the order stable. */
    private static final Comparator<ProbeDefinition> ORDER = Comparator.comparing(
                    (ProbeDefinition probe) -> probe.catalogue().isPresent())
            .thenComparing(probe -> probe.method().getName());

    private final Class<?> type;
    private final Consumer<Mistake> mistakes;

    private SuiteReader(Class<?> type, Consumer<Mistake> mistakes) {
        this.type = type;
        this.mistakes = mistakes;
    }

    static SuiteDefinition read(Class<?> type, Consumer<Mistake> mistakes) {
        return new SuiteReader(type, mistakes).read();
    }

    private SuiteDefinition read() {
        Optional<CulturalSuite> suite = AnnotationSupport.findAnnotation(type, CulturalSuite.class);
        if (suite.isEmpty()) {
            mistake("has @CulturalProbe methods but is not a suite, so none of them would run; add @CulturalSuite to"
                    + " it");
        }
        checkConstruction();
        List<Method> methods = SuiteClasses.probeMethods(type);
        ProbeReader reader = new ProbeReader(type, mistakes);
        reader.noteLost(methods);
        List<ProbeDefinition> probes =
                methods.stream().map(reader::read).sorted(ORDER).toList();
        Optional<String> skipped =
                AnnotationSupport.findAnnotation(type, Skipped.class).map(Skipped::value);
        if (probes.isEmpty()) {
            mistake("has no @CulturalProbe method, so nothing would run; add one, or remove @CulturalSuite");
        } else if (skipped.isEmpty()
                && probes.stream().allMatch(probe -> probe.skipped().isPresent())) {
            mistake("has only @Skipped probes, so nothing would run; put @Skipped on the class to leave it out");
        }
        return new SuiteDefinition(
                type,
                suite.map(this::defaults).orElse(SuiteDefaults.NONE),
                probes,
                GateAnnotations.of(type),
                skipped,
                Tags.on(type));
    }

    private void checkConstruction() {
        if (type.isMemberClass() && !Modifier.isStatic(type.getModifiers())) {
            mistake("is an inner class, which cannot be created without its outer class; make it static");
        } else if (Arrays.stream(type.getDeclaredConstructors())
                .noneMatch(constructor -> constructor.getParameterCount() == 0)) {
            mistake("has no constructor without parameters; add one");
        }
    }

    private SuiteDefaults defaults(CulturalSuite suite) {
        return new SuiteDefaults(
                List.of(suite.models()),
                List.of(suite.languages()),
                suite.responses(),
                suite.seed(),
                new FunctionReader(type, mistakes).read());
    }

    private void mistake(String whatAndHow) {
        mistakes.accept(new Mistake("Suite " + type.getName() + " " + whatAndHow + ".", ClassSource.from(type)));
    }
}

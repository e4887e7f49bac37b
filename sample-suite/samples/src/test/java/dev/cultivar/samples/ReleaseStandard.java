package dev.cultivar.samples;

import dev.cultivar.api.AlignmentGate;
import dev.cultivar.api.ConsistencyGate;
import dev.cultivar.api.CoverageGate;
import dev.cultivar.api.CulturalSuite;
import dev.cultivar.api.ProbeTag;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a team asks of every release, written once: see {@link Sample13TeamAnnotation}. */
@CulturalSuite(models = "planted/perfect-local", languages = "da", responses = 160)
@AlignmentGate(min = 0.40)
@ConsistencyGate(min = 0.40)
@CoverageGate(min = 0.80)
@ProbeTag("release")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface ReleaseStandard {}

/**
 * Figures as SVG, drawn straight as markup. No font of this machine is measured and no desktop library is loaded, so that the same
 * numbers give the same bytes everywhere; text is placed by its anchor and by widths that hold for the fonts in common use. Presentation
 * attributes only: the report's content security policy forbids {@code style}.
 */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.cultivar.report.plot;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;

/**
 * Figures as SVG, written directly as markup. No font of the machine is measured and no desktop library is loaded, so the same numbers
 * give the same bytes everywhere. Text is placed by its anchor and by widths that hold for fonts in common use. Uses presentation
 * attributes only: the report's content security policy forbids {@code style}.
 */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.cultivar.report.plot;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;

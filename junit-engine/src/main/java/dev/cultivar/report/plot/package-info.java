/**
 * Figures as SVG: JFreeChart lays them out, Batik writes them.
 *
 * <p>Batik and not JFree's own SVG writer, because that is under the GPL and writes {@code style} attributes, which the report's
 * content security policy forbids. What neither can do is added to the document they give: title and description, an accessible name
 * for every mark, and the text colour of the page it stands in.
 */
@NullMarked
package dev.cultivar.report.plot;

import org.jspecify.annotations.NullMarked;

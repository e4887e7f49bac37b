package dev.cultivar.report.plot;

import java.awt.image.BufferedImage;
import java.util.Optional;

/** Whether figures can be drawn at all: labels are measured by the platform's fonts, which slim containers lack. */
public final class Fonts {

    private Fonts() {}

    /** Why no text can be measured; empty where it can. */
    public static Optional<String> missing() {
        try {
            new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB)
                    .createGraphics()
                    .getFontMetrics(ChartStyle.SMALL)
                    .stringWidth("M");
            return Optional.empty();
        } catch (RuntimeException | LinkageError | InternalError e) {
            return Optional.of("this Java finds no font (" + e.getClass().getSimpleName()
                    + "); install fontconfig and a font, as fonts-dejavu-core");
        }
    }
}

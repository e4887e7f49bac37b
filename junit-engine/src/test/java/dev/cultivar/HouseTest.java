package dev.cultivar;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.cultivar.circle.Egg;
import dev.cultivar.circle.Hen;
import dev.cultivar.gate.Gate;
import dev.cultivar.results.GateRow;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules of the house find what is planted for them. */
class HouseTest {

    @Test
    void aCircleOfClassesInOneRoomIsFound() {
        House house = new House(new ClassFileImporter().importClasses(Hen.class, Egg.class), List.of());

        assertThat(house.circlesOfClasses()).hasSize(1);
        assertThat(house.circlesOfClasses().get(0)).containsExactlyInAnyOrder("circle.Hen", "circle.Egg");
    }

    @Test
    void anArrowToARoomAboveIsFound() {
        var classes = new ClassFileImporter().importClasses(GateRow.class, Gate.class);

        assertThat(new House(classes, List.of(List.of("results"), List.of("gate"))).arrowsUp())
                .isEmpty();
        assertThat(new House(classes, List.of(List.of("gate"), List.of("results"))).arrowsUp())
                .containsExactly("results.GateRow -> gate.Gate");
    }
}

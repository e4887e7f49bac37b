/** From the survey's respondents to a population table: streaming import of Joint EVS/WVS microdata. */
@NullMarked
package dev.cultivar.survey.microdata;

import org.jspecify.annotations.NullMarked;

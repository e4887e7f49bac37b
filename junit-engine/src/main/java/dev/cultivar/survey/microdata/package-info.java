/** Turns the survey's respondents into a population table: streaming import of Joint EVS/WVS microdata. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.cultivar.survey.microdata;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;

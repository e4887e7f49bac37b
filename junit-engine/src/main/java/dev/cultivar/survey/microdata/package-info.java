/** From the survey's respondents to a population table: streaming import of Joint EVS/WVS microdata. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.cultivar.survey.microdata;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;

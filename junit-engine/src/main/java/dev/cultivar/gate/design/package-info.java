/** How precise the statistics of gates will be, before anything is asked. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.cultivar.gate.design;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;

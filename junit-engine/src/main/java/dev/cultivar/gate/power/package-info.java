/** What the gates of a plan can decide with a given number of responses. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.cultivar.gate.power;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;

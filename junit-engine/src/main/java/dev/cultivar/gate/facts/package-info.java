/** What a verdict rests on, as facts: whom it is about, why nothing could be decided, what was lost, where to look first. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.cultivar.gate.facts;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;

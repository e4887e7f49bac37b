/** Text and numbers as people read them; text from outside made harmless. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.cultivar.text;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;

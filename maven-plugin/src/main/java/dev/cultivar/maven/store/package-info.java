/** Goals on a store of answers, outside any run. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.cultivar.maven.store;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;

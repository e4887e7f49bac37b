/** What a build's owners require of its suites, in a file that no suite and no parameter can switch off. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.cultivar.policy;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;

/** Gates from look to look: what is decided, and which models and languages need not be asked further. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.cultivar.gate.looks;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;

/** Gates from look to look: what is decided, and who need not be asked on. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.cultivar.gate.looks;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;

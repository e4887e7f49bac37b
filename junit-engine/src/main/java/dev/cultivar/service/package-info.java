/** The services behind goals and the engine: live run, dry run, batch run, doctor, translation. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.cultivar.service;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;

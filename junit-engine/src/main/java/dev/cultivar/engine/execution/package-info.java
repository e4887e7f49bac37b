/** Runs a suite: asks its cells, decides its gates, reports. Knows what the tree's nodes stand for, but not the nodes themselves. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.cultivar.engine.execution;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;

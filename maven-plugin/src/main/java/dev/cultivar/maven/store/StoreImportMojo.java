package dev.cultivar.maven.store;

import org.apache.maven.plugins.annotations.Mojo;

/** Reads exported answers into a store; answers that it already has are kept. */
@Mojo(name = "store-import", requiresProject = false, aggregator = true, threadSafe = true)
public class StoreImportMojo extends AbstractStoreImportMojo {}

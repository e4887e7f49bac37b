package dev.cultivar.store;

class MemoryResponseStoreTest extends ResponseStoreContract {

    @Override
    ResponseStore open() {
        return ResponseStores.inMemory();
    }
}

"""Every question asked of a store, by name."""

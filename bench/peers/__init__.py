"""Other implementations of the same endpoints, in common styles. They do only what the benchmark measures."""

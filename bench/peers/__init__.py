"""The same work as most people write it. Each peer is plain, complete for what is measured, and no more."""

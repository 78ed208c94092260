"""A whole cluster on one machine, from the files of deploy/: `make cluster` and `make cluster-fault`."""

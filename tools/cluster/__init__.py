"""A whole cluster on one machine, from the files of deploy/: `make cluster`, and faults for it: `make cluster-fault`."""

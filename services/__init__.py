"""The rules: one async function per use case. Transactions begin here and nowhere else."""

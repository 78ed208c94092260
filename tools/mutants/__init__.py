"""Mutation testing: small faults are put into the code one at a time, and tests have to notice each of them.

mutmut makes the mutants. Its runner changes functions inside one process, which our servers in child processes, methods
of dataclasses and decorated functions escape; ours writes each mutant into a copy of the repository instead, and runs
the tests that cover it against a database of its own.
"""

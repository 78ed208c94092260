"""Mutation testing: puts small faults into the code, one at a time, and counts those that no test notices.

mutmut makes the mutants. Its runner replaces functions inside one process, so it cannot mutate servers in child
processes, methods of dataclasses and decorated functions. Ours writes each mutant into a copy of the repository, and
runs the tests that cover it against a database of its own.
"""

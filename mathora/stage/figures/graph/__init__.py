"""Graphs of computation, networks, chains of states."""

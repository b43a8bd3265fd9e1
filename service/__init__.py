"""Composition root: wiring, worker processes, the daemon and the command line."""

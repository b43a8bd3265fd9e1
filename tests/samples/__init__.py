"""Synthetic scans of immigration-authority documents, drawn by code from a seed.

Everything here is made up: names come from short lists by a random generator, authorities'
letterheads carry invented street and telephone numbers, every page says that it is a sample.
The same seed gives the same bytes. `python -m tests.samples --help` writes a set to disk.
"""

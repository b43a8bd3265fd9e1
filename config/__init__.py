"""Typed settings, document types as data, the home's layout, and the words a clerk reads."""

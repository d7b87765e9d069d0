"""Definitions as something that can be compared, computed and argued with."""

"""Cite what the graph answered, so that a reader can ask it again and see whether it changed."""

"""Initiatives: all of them, and each with who takes part and which definitions it fits."""

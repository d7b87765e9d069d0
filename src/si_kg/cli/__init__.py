"""The command line `si-kg`: thin commands over the library."""

from si_kg.cli.run import main

__all__ = ["main"]

"""The pages about frameworks: each drawn as what it is, with what stands at its members."""

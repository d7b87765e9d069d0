"""The page on which the definitions of a concept stand side by side."""

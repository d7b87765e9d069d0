"""The pages on which a visitor holds a plan against the definitions and the frameworks."""

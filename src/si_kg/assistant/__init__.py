"""The graph as tools for an assistant that speaks the Model Context Protocol."""

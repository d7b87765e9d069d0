"""Hold an own plan against the definitions and the frameworks of the graph."""

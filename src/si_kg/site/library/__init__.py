"""The library: every source with its record, and the dossier page by page."""

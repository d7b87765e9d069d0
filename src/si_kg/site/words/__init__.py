"""The texts of the pages, a module an area; each exists in Dutch and English."""

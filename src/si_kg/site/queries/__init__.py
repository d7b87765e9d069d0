"""The canned queries as pages: their list, and for each a form with its answer."""

"""Questions in plain words: which canned query is meant, and with which parameters."""

"""The kinds of files that a form can stand in, read: each module is one of them."""

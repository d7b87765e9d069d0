"""The kinds of files that a form can stand in, written: each module is one of them."""

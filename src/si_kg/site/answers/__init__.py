"""An answer as a part of a page: a table with the names of things, yes or no, or triples."""

from si_kg.site.answers.answer import SIZE, Answer, answer
from si_kg.site.answers.downloads import Download, downloads, twins

__all__ = ["SIZE", "Answer", "Download", "answer", "downloads", "twins"]

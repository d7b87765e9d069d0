"""What a source is as a publication, in words."""

from si_kg.language import Text

# the most telling class first
PUBLICATIONS = {
    "bibo:AcademicArticle": Text("wetenschappelijk artikel", "academic article"),
    "bibo:Chapter": Text("hoofdstuk", "chapter"),
    "bibo:Legislation": Text("wet of regeling", "law or regulation"),
    "bibo:Thesis": Text("proefschrift", "thesis"),
    "bibo:Report": Text("rapport", "report"),
    "bibo:EditedBook": Text("bundel", "edited book"),
    "bibo:Book": Text("boek", "book"),
    "bibo:Article": Text("artikel", "article"),
    "bibo:AudioVisualDocument": Text("film of lezing", "film or talk"),
    "bibo:Image": Text("beeld", "image"),
    "bibo:Series": Text("reeks", "series"),
    "bibo:Webpage": Text("webpagina", "web page"),
    "bibo:Website": Text("website", "website"),
    "bibo:Document": Text("ander stuk", "other document"),
}

"""The short texts about the site itself; the long ones are templates of their own."""

from si_kg.language import Text

WORDS = {
    "title": Text("Over si-kg", "About si-kg"),
    "intro": Text(
        "Sociale innovatie is een begrip waar iedereen het mee eens kan zijn en waarmee niemand "
        "kan beslissen. si-kg haalt het uit elkaar: wie zegt wat, welke eisen volgen daaruit, en "
        "wat is er aangetoond.",
        "Social innovation is a term that everyone can agree with and nobody can decide with. "
        "si-kg takes it apart: who says what, which demands follow from that, and what has been "
        "shown.",
    ),
    "limits": Text("Grenzen van deze server", "Limits of this server"),
    "limits_text": Text(
        "Een vraag duurt hooguit {seconds} seconden en geeft hooguit {rows} rijen. De server leest "
        "alleen: je kunt hier niets veranderen. Hij haalt niets op van andere computers.",
        "A query takes at most {seconds} seconds and gives at most {rows} rows. The server only "
        "reads: nothing can be changed here. It fetches nothing from other computers.",
    ),
}
ACCESSIBILITY = {"title": Text("Toegankelijkheid", "Accessibility")}

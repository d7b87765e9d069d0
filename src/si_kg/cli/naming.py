"""How a parameter of a canned query is introduced: its name, its label, its other names."""

from si_kg.cli.words import say
from si_kg.parameters import Parameter


def introduced(parameter: Parameter, language: str) -> str:
    """`  thing         Thing (may also be given as concept, place)`."""
    others = f" ({say('also', language)} {', '.join(parameter.also)})" if parameter.also else ""
    return f"  {parameter.name:<14}{parameter.label.in_(language)}{others}"

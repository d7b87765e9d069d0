"""Whether a sentence states something, or denies it, hedges, or leaves it to somebody else."""

import re

_HEDGES = re.compile(
    r"\b(?:niet|nooit|geen|nauwelijks|on(?:bewezen|bekend|zeker)|mogelijk\w*|misschien|wellicht|kan"
    r"|kunnen|zou|zouden|verwacht\w*|verwachting\w*|vermoed\w*|verondersteld\w*|aangenomen|hoop"
    r"|hopen|hopelijk|beogen|beoogt|beoogde|streven|streeft|willen|wil|doel|doelstelling|volgens"
    r"|omstreden|betwist|belooft|beloofd|belofte|beloven|onderzoeken|onderzoekt|toetsen|nagaan"
    r"|not|no|never|hardly|unproven|unknown|uncertain|might|may|could|can|possibly|perhaps"
    r"|expect\w*|would|presum\w*|assum\w*|hope|hopes|hopefully|aim|aims|intend\w*|wants? to|goal"
    r"|according|contested|disputed|promis\w*|whether|if|investigate\w*|examine\w*|test|tests"
    r"|claim|claims|claimed|argues?|beweert|beweren|betoogt|betogen|suppos\w*|alleged\w*)\b",
    re.IGNORECASE,
)
# "of" asks in Dutch, and is everywhere in English
_ASKED = re.compile(r"^Of (?!the\b|all\b|course\b)|\b(?:vraag|vragen|weten|weet|zien|bezien) of\b")
# "not only" denies nothing
_NOT_ONLY = re.compile(
    r"\b(?:niet (?:alleen|slechts|enkel)|not (?:only|just|merely))\b", re.IGNORECASE
)
_TURN = re.compile(r"\b(?:maar|toch|echter|but|yet|however|nevertheless)\b|;", re.IGNORECASE)
_NEXT_CLAUSE = re.compile(
    r"[,;:]|\b(?:en|maar|and|but|omdat|because|terwijl|while)\b", re.IGNORECASE
)


def states(sentence: str, start: int, end: int) -> bool:
    """Whether what stands in this stretch is stated as a fact.

    What stands before a turn in the sentence ("but") does not count, nor what comes after its
    clause.

    >>> states("Het is niet alleen nieuw, maar ook goedkoper.", 35, 44)
    True
    >>> states("Naar verwachting is het goedkoper.", 24, 33)
    False
    """
    turns = [match.end() for match in _TURN.finditer(sentence, 0, start)]
    following = _NEXT_CLAUSE.search(sentence, end)
    clause = sentence[max(turns, default=0) : following.start() if following else len(sentence)]
    bare = _NOT_ONLY.sub("", clause)
    return not _HEDGES.search(bare) and not _ASKED.search(bare)

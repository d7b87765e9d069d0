"""What can be wrong with shapes."""

from si_kg.errors import SiKgError


class ShapeUnsupported(SiKgError):
    """The direct engine does not know a part of SHACL that these shapes use."""

    nl = "De vorm {shape} gebruikt {part}: dat kan alleen pySHACL aan."
    en = "The shape {shape} uses {part}: only pySHACL can handle that."

    def __init__(self, shape: str, part: str) -> None:
        super().__init__(shape=shape, part=part)


class ShapesRefused(SiKgError):
    """An engine cannot validate with these shapes at all."""

    nl = "Met deze vormen kan niet worden gecontroleerd: {reason}."
    en = "These shapes cannot be checked against: {reason}."

    def __init__(self, reason: str) -> None:
        super().__init__(reason=reason)


class RuleRefused(ShapesRefused):
    """A rule in SPARQL has something that SHACL does not allow where `$this` is given."""

    nl = "De vraag van {rule} gebruikt {clause}: dat staat SHACL niet toe in een regel over $this."
    en = "The query of {rule} uses {clause}: SHACL does not allow that in a rule about $this."

    def __init__(self, rule: str, clause: str) -> None:
        SiKgError.__init__(self, rule=rule, clause=clause)

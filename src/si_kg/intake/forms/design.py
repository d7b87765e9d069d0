"""Forms, designed by the shapes and the ontology: which columns, and what each may hold."""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from si_kg.intake.forms.asks import Ask, Asks, shipped_asks
from si_kg.intake.forms.columns import CITING, OTHER, Column, Form, Sort
from si_kg.intake.forms.faults import FormNotFound
from si_kg.intake.forms.selection import Choice, Selection, selections
from si_kg.intake.forms.terms import Terms
from si_kg.intake.forms.words import ALL, HEADINGS, IN_LANGUAGE, MEANINGS, TOGETHER
from si_kg.language import LANGUAGES, Text
from si_kg.namespaces import PREFIXES, expand
from si_kg.store import Store

_XSD, _RDF = PREFIXES["xsd"], PREFIXES["rdf"]
_LANG_STRING, _BOOLEAN = f"{_RDF}langString", f"{_XSD}boolean"
_NUMBERS = {f"{_XSD}integer", f"{_XSD}decimal"}
_MOMENTS = {f"{_XSD}gYear", f"{_XSD}gYearMonth", f"{_XSD}date"}
_IDENTIFIER, _TYPE, _CITATION = (
    expand(curie) or curie for curie in ("dcterms:identifier", "rdf:type", "si:citation")
)
_SPECIAL = {
    _IDENTIFIER: Sort.IDENTIFIER,
    _TYPE: Sort.KIND,
    expand("bibo:authorList"): Sort.NAMES,
    expand("bibo:editorList"): Sort.NAMES,
}
_CITED = (
    (expand("si:inSource") or "", Sort.SOURCE, ("",)),
    (expand("si:page") or "", Sort.PAGE, ("",)),
    (expand("si:locator") or "", Sort.PLACE, LANGUAGES),
)
_MAKER, _LABEL = expand("dcterms:creator") or "", expand("rdfs:label") or ""
_SEVERAL = {Sort.THING, Sort.NAMES, Sort.KIND, Sort.ADDRESS} | CITING
_NAMES = {
    _IDENTIFIER: "id",
    _TYPE: "kind",
    expand("si:inSource"): "source",
    expand("bibo:authorList"): "authors",
    expand("bibo:editorList"): "editors",
    expand("foaf:page"): "webPage",
}


class Forms:
    """The forms for the graph in a store."""

    def __init__(self, store: Store, asks: Asks | None = None) -> None:
        self._store, self.asks = store, asks or shipped_asks()

    @cached_property
    def terms(self) -> Terms:
        """What the terms of the ontology are called, mean and point to."""
        return Terms(self._store)

    @cached_property
    def all(self) -> Sequence[Form]:
        """Every form, in order."""
        return [self._form(selection) for selection in selections()]

    def named(self, names: Sequence[str]) -> Sequence[Form]:
        """The forms with these names, of which some stand for two; `all` is all.

        Raises FormNotFound.
        """
        wanted = {each for name in names for each in self._meant(name)}
        return [form for form in self.all if form.name in wanted]

    def kinds(self, selection: Selection) -> Sequence[str]:
        """The classes of which a row may be one; none where there is nothing to choose."""
        if selection.kinds:
            found = [below for kind in selection.kinds for below in self.terms.subclasses(kind)]
            return list(dict.fromkeys(found))
        return [value for ask in self.asks.of([selection.about], _TYPE) for value in ask.values]

    def asked(self, kinds: Sequence[str], of: str) -> list[Ask]:
        """What the shapes ask of a property of a thing of these classes."""
        classes = dict.fromkeys(up for kind in kinds for up in self.terms.superclasses(kind))
        return self.asks.of(list(classes), of)

    def _meant(self, name: str) -> Sequence[str]:
        known = {form.name: [form.name] for form in self.all}
        titles = {title.casefold(): [form.name] for form in self.all for title in form.title}
        every = {each: list(known) for each in ALL}
        meant = every | TOGETHER | titles | known
        if name.casefold() not in meant:
            raise FormNotFound(name, meant, **self._listed())
        return meant[name.casefold()]

    def _listed(self) -> dict[str, str]:
        names = Text(
            *(", ".join(form.title.in_(x).casefold() for form in self.all) for x in LANGUAGES)
        )
        return {"forms_nl": names.nl, "forms_en": names.en}

    def _form(self, selection: Selection) -> Form:
        columns = [
            column for choice in selection.choices for column in self._columns(selection, choice)
        ]
        meaning = self.terms.meaning(selection.about) or Text("", "")
        return Form(selection, meaning, columns)

    def _columns(self, selection: Selection, choice: Choice) -> Iterator[Column]:
        if choice.property == _CITATION:
            for of, sort, languages in _CITED:
                for language in languages:
                    yield self._column(selection, Choice(of), sort, language)
            return
        asked = self.asked([selection.usual or selection.about], choice.property)
        sort = self._sort(choice, asked)
        for language in _languages(asked) if sort is Sort.TEXT else [""]:
            yield self._column(selection, choice, sort, language)

    def _sort(self, choice: Choice, asked: Sequence[Ask]) -> Sort:
        if choice.property in _SPECIAL:
            return _SPECIAL[choice.property]
        kinds = self._datatypes(choice.property, asked)
        if _LANG_STRING in kinds or any(ask.language or ask.languages for ask in asked):
            return Sort.TEXT
        for datatypes, sort in ((_NUMBERS, Sort.NUMBER), (_MOMENTS, Sort.MOMENT)):
            if kinds & datatypes:
                return sort
        if _BOOLEAN in kinds:
            return Sort.TRUTH
        if choice.offer or self._classes(choice.property, asked):
            return Sort.THING
        return Sort.ADDRESS if self.terms.is_relation(choice.property) else Sort.STRING

    def _datatypes(self, of: str, asked: Sequence[Ask]) -> set[str]:
        found = {each for ask in asked for each in ask.datatypes}
        return found | ({self.terms.range(of)} - {""})

    def _classes(self, of: str, asked: Sequence[Ask]) -> list[str]:
        found = [each for ask in asked for each in ask.classes]
        range_ = self.terms.range(of)
        if range_ and not range_.startswith((_XSD, _RDF)):
            found.append(range_)
        return list(dict.fromkeys(found))

    def _column(self, selection: Selection, choice: Choice, sort: Sort, language: str) -> Column:
        of = choice.property
        asked = self.asked([selection.usual or selection.about], of)
        ours = [ask for ask in asked if ask.language in {"", language}]
        by_kind = of in selection.assumed(list(selection.also))
        given = choice.assume or by_kind or (of == _LABEL and selection.named)
        needed = [ask for ask in ours if ask.least and not given]
        if sort in CITING:
            needed = []
        if sort is Sort.KIND and selection.kinds and not selection.usual:
            needed = self.asks.beside(_LABEL, of)
        return Column(
            name=_name(of, language),
            of=of,
            sort=sort,
            heading=self._heading(of, ours, language),
            explanation=self._explanation(of, ours),
            language=language,
            required=next((ask for ask in needed if ask.severity == "Violation"), None),
            advised=any(ask.severity == "Warning" for ask in needed),
            multiple=sort in _SEVERAL and all(ask.most != 1 or sort is Sort.NAMES for ask in asked),
            classes=self._classes(*self._makers() if sort is Sort.NAMES else (of, asked)),
            values=self.kinds(selection) if sort is Sort.KIND else [],
            datatypes=sorted(self._datatypes(of, asked)),
            patterns=[ask for ask in ours if ask.pattern and ask.severity == "Violation"],
            offer=choice.offer,
            assume=choice.assume,
        )

    def _makers(self) -> tuple[str, list[Ask]]:
        return _MAKER, self.asks.of([], _MAKER)

    def _heading(self, of: str, asked: Sequence[Ask], language: str) -> Text:
        said = next((ask.name for ask in asked if ask.name), None)
        bare = HEADINGS.get(of) or said or self.terms.name(of) or Text(*[_local(of)] * 2)
        shape = IN_LANGUAGE[language]
        return Text(*(shape.in_(each).format(_capital(bare.in_(each))) for each in LANGUAGES))

    def _explanation(self, of: str, asked: Sequence[Ask]) -> Text:
        said = next((ask.explanation for ask in asked if ask.explanation), None)
        return MEANINGS.get(of) or said or self.terms.meaning(of) or Text("", "")


def _languages(asked: Sequence[Ask]) -> list[str]:
    closed = any(ask.languages for ask in asked)
    return [*LANGUAGES] if closed else [*LANGUAGES, OTHER]


def _name(of: str, language: str) -> str:
    tail = {"": "", OTHER: "_other"}.get(language, f"_{language}")
    return (_NAMES.get(of) or _local(of)) + tail


def _local(of: str) -> str:
    return re.split(r"[/#]", of)[-1]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]

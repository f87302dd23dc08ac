"""Whether a written name is meant as a place: what the words beside it say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from core.annotating.places.atoms import Atoms
from core.annotating.places.beside import (
    animate_before,
    before,
    branded,
    in_a_row,
    is_a_tongue,
    is_an_adjective,
    is_shouted,
    lemma_before,
    name_follows,
    names_a_street,
)
from core.annotating.places.index import words
from core.annotating.places.matching import Match
from core.annotating.places.personal import (
    PERSON,
    after_a_given_name,
    is_a_surname,
    is_geographic,
    is_instrumental,
    is_nominative,
    is_tied_to_a_name,
    may_be_a_person,
    may_name_a_person,
    readings,
)

_COMMON = frozenset({"NPRO", "PREP", "CONJ", "PRCL", "ADVB"})
_LOCAL = frozenset({"city", "region"})
_OF_STATES = frozenset({"name", "abbr", "adj"})
_UNSUPPORTED = frozenset({"known", "alone", "large"})  # rules that rest on the name alone
SURE = 0.5  # confidence, below which a name needs a place beside it
MIDDLE = 60_000  # inhabitants, from which a house may bear the name of its town
SHORT = 3  # letters, up to which a name that the dictionary does not know needs a word beside it
# States whose small towns are known to releases in Russian without «город» beside them.
NEAR = frozenset("RU KZ UZ KG TJ TM BY UA AZ AM GE MD MN LV LT EE".split())
Verdict = tuple[str, float]


def judged(found: Iterable[Match], atoms: Atoms) -> list[Match]:
    """The matches that are meant as places, with rule and confidence set.

    A name without support of its own is kept if it stands in a row with a place that has it.
    """
    candidates = list(found)
    spots = {at: match.entry.kind for match in candidates for at in range(match.first, match.last)}
    persons = _persons(candidates, atoms, spots)
    sure: list[Match] = []
    doubtful: list[Match] = []
    for match in candidates:
        verdict = _verdict(match, atoms, spots)
        if verdict is None or (match.entry.name in persons and verdict[0] in _UNSUPPORTED):
            continue
        match.rule, match.confidence = verdict
        (sure if match.confidence >= SURE else doubtful).append(match)
    kept = {index: match for match in sure for index in (match.first, match.last - 1)}
    for match in doubtful:
        if in_a_row(match, atoms, kept):
            match.rule, match.confidence = "row", 0.7
            sure.append(match)
    return sorted(sure, key=lambda match: match.start)


def _persons(candidates: Iterable[Match], atoms: Atoms, spots: dict[int, str]) -> set[str]:
    """The names of cities and regions that stand behind a first name; they are marked in `spots`."""
    found = set()
    for match in candidates:
        if match.entry.kind in _LOCAL and is_a_surname(match, atoms, spots):
            found.add(match.entry.name)
            for at in range(match.first, match.last):
                spots[at] = PERSON
    return found


def _verdict(match: Match, atoms: Atoms, spots: Mapping[int, str]) -> Verdict | None:
    """(rule, confidence); below SURE the name needs a neighbour; None if it is no place."""
    kind = match.entry.kind
    if kind == "half":
        return _half(match, atoms, spots)
    if names_a_street(match, atoms) or branded(match, atoms):
        return None
    if kind in ("adj", "cityadj"):
        return _adjective(match, atoms, spots)
    if kind == "demonym":
        return _demonym(match, atoms)
    if kind == "org":
        return ("organisation", 1.0)
    if kind == "abbr":
        return ("abbreviation", 1.0)
    if is_tied_to_a_name(match, atoms, spots):
        return None
    return _state(match, atoms, spots) if kind == "name" else _settlement(match, atoms, spots)


def _half(match: Match, atoms: Atoms, spots: Mapping[int, str]) -> Verdict | None:
    follows = atoms.hyphened(match.last) and match.last in spots
    return ("compound", 0.95) if follows and match.entry.states else None


def _adjective(match: Match, atoms: Atoms, spots: Mapping[int, str]) -> Verdict | None:
    run = atoms.keys[match.first]
    if run.endswith("о") and run[-3:-1] in ("ск", "цк"):
        return ("compound", 1.0) if atoms.hyphened(match.last) else None
    at = match.first - 1
    if atoms.hyphened(match.first) and at not in spots and atoms.keys[at].endswith("о"):
        return None  # «иберо-американский»
    surname = atoms.is_capital(match.first) and after_a_given_name(match, atoms)
    return None if surname or is_a_tongue(match, atoms) else ("adjective", 1.0)


def _demonym(match: Match, atoms: Atoms) -> Verdict | None:
    if atoms.is_capital(match.first):
        surname = any("Surn" in parse.grammemes for parse in atoms.parses(match.first))
        if surname or not atoms.opens_sentence(match.first):
            return None
    things = [p for p in atoms.parses(match.first) if p.pos == "NOUN" and "inan" in p.grammemes]
    return ("demonym", 0.6 if things else 0.95)


def _state(match: Match, atoms: Atoms, spots: Mapping[int, str]) -> Verdict | None:
    if match.last - match.first > 1:
        return ("name", 1.0)
    parses = atoms.parses(match.first)
    opens = atoms.opens_sentence(match.first)
    if opens and (parses[0].pos in _COMMON or "Apro" in parses[0].grammemes):
        return ("name", 0.4)  # «Того же мнения …», but «Того и Бенин …»
    preceding = before(match, atoms)
    if lemma_before(match, atoms) in words("water"):
        return None
    if preceding not in words("inside") and _is_named_so(match, atoms, spots):
        return None
    if may_name_a_person(match, atoms) and preceding not in words("inside"):
        genitive = any("Geox" in parse.grammemes and parse.case == "gent" for parse in parses)
        if after_a_given_name(match, atoms) or (name_follows(match, atoms) and not genitive):
            return None
    return ("name", 1.0)


def _is_named_so(match: Match, atoms: Atoms, spots: Mapping[int, str]) -> bool:
    """«Шон Уэльс», «Кения Браун», «посол Чад Уилсон»: a person who bears the name of a state."""
    if after_a_given_name(match, atoms):
        return not is_geographic(match, atoms) or is_nominative(match, atoms)
    if not name_follows(match, atoms) or not is_nominative(match, atoms):
        return False
    if spots.get(match.last, PERSON) != PERSON:
        return False
    following = atoms.parses(match.last)
    return any(p.grammemes & {"Surn", "Name"} and p.case == "nomn" for p in following)


@dataclass(frozen=True, slots=True)
class _Local:
    """What is known of the name of a settlement or region and of the words beside it."""

    before: str | None  # the word before
    lemma: str | None  # of the noun before
    one: bool  # a single word
    geographic: bool  # the dictionary knows it as this place
    other: bool  # or as something else
    person: bool  # a capitalised word follows that names no state
    named: bool  # it may be the name of a person

    @property
    def ordinary(self) -> bool:
        """A word like any other: «Мир», «Совет»."""
        return self.other and not self.geographic


def _settlement(match: Match, atoms: Atoms, spots: Mapping[int, str]) -> Verdict | None:
    """Cities and regions: what is also a word, a first name or a surname needs a word that says «place»."""
    if is_a_surname(match, atoms, spots) or is_an_adjective(match, atoms) or is_shouted(match, atoms):
        return None
    if atoms.spaced(match.last) and atoms.keys[match.last] in words("particle"):  # «Ван дер Вельде»
        return None
    one = match.last - match.first == 1
    geographic, other = readings(match, atoms) if one else (True, False)
    local = _Local(
        before(match, atoms),
        lemma_before(match, atoms),
        one,
        geographic,
        other,
        name_follows(match, atoms) and spots.get(match.last) not in _OF_STATES,
        one and may_be_a_person(match, atoms),
    )
    natural = match.entry.name in words("natural") and local.lemma not in words("town")
    if natural or local.lemma in words("water"):
        return None
    return _supported(match, atoms, local) or _unsupported(match, atoms, local)


def _supported(match: Match, atoms: Atoms, local: _Local) -> Verdict | None:
    """What the word before says for a place."""
    strong = match.entry.strong
    if local.named and local.person and not (strong and local.before in ("в", "во")):
        return None
    if local.lemma in words("town"):
        return ("governed", 0.95)
    if local.before in words("inside") and (strong or match.entry.listed or not local.ordinary):
        return ("preposition", 0.9 if local.other else 1.0)
    named_after = local.one and (is_nominative(match, atoms) or is_instrumental(match, atoms))
    ruled = local.lemma in words("ruled") and not named_after
    housed = local.lemma in words("housed") and not local.named and not named_after
    if housed and not local.other and max(match.entry.weights, default=0) >= MIDDLE:
        return ("governed", 0.7)
    if not local.ordinary and (ruled or local.lemma in words("settled")):
        return ("governed", 0.9)
    return None


def _unsupported(match: Match, atoms: Atoms, local: _Local) -> Verdict | None:
    """What is left to the name itself."""
    strong = match.entry.strong
    large = strong and match.entry.kind == "city"
    if local.named or local.before in words("person") or local.lemma in words("person"):
        return None
    if local.person and local.one and may_name_a_person(match, atoms):
        return None
    alone = local.one and is_nominative(match, atoms)
    if local.one and is_instrumental(match, atoms) and local.lemma in words("ruled"):
        return None
    if alone and (local.lemma in words("ruled") or (local.person and animate_before(match, atoms))):
        return None  # «президент Мадейра», «дирижёр Сиэтл Рейн»
    if local.person and not ((strong or match.entry.kind == "region") and local.lemma):
        return None
    opens = atoms.opens_sentence(match.first)
    if local.ordinary:
        return ("large", 0.6) if large and local.one and not opens else None
    if local.other and not large and opens:
        return None
    if local.one and match.end - match.start <= SHORT and not local.geographic:
        return None
    if strong or not local.one or local.geographic:
        return ("known", 0.8 if strong else 0.7)
    return ("alone", 0.6 if match.entry.states[0] in NEAR or local.before in words("towards") else 0.4)

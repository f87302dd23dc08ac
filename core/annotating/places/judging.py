"""Whether a written name is meant as a place: what the words beside it say."""

from __future__ import annotations

from collections.abc import Iterable

from core.annotating.places.atoms import Atoms, key
from core.annotating.places.index import words
from core.annotating.places.matching import Match, tied

_COMMON = frozenset({"NPRO", "PREP", "CONJ", "PRCL", "ADVB"})
_LOCAL = frozenset({"city", "region"})
_UNSUPPORTED = frozenset({"known", "alone", "large"})  # rules that rest on the name alone
_PERSONAL = frozenset({"Name", "Surn", "Patr"})
LONGEST_ABBREVIATION = 4  # letters
_ADJECTIVAL = ("ый", "ий", "ой", "ая", "яя", "ое", "ее", "ые", "ие")
SHORT = 3  # letters, up to which a name that the dictionary does not know needs a word beside it
# States whose small towns are known to releases in Russian without «город» beside them.
NEAR = frozenset("RU KZ UZ KG TJ TM BY UA AZ AM GE MD MN LV LT EE".split())
_OPENING, _CLOSING = "«\"“„‘'", "»\"”“’'"
_MASCULINE = ("ком", "ким", "кий", "кого", "кому", "ких", "ками", "кими")  # a language is «язык»
_LISTING = (",", ", ", " и ", " – ", " — ", " - ", "-", "–", " (", "/", "\n", ",\n")


def judged(found: Iterable[Match], atoms: Atoms) -> list[Match]:
    """The matches that are meant as places, with rule and confidence set.

    A name without support of its own is kept if it stands in a row with a place that has it.
    """
    candidates = list(found)
    places = {match.first for match in candidates}
    persons = {m.entry.name for m in candidates if m.entry.kind in _LOCAL and _is_a_surname(m, atoms, places)}
    sure: list[Match] = []
    doubtful: list[Match] = []
    for match in candidates:
        verdict = _verdict(match, atoms, places)
        if verdict is None or (match.entry.name in persons and verdict[0] in _UNSUPPORTED):
            continue
        match.rule, match.confidence = verdict
        (sure if match.confidence >= 0.5 else doubtful).append(match)
    kept = {index: match for match in sure for index in (match.first, match.last - 1)}
    for match in doubtful:
        if _in_a_row(match, atoms, kept):
            match.rule, match.confidence = "row", 0.7
            sure.append(match)
    return sorted(sure, key=lambda match: match.start)


def _verdict(match: Match, atoms: Atoms, places: set[int]) -> tuple[str, float] | None:
    """(rule, confidence); below 0.5 the name needs a neighbour; None if it is no place."""
    kind = match.entry.kind
    if kind == "half":
        return _half(match, atoms, places)
    if _names_a_street(match, atoms) or _branded(match, atoms):
        return None
    if kind in ("adj", "cityadj"):
        return _adjective(match, atoms, places)
    if kind == "demonym":
        return _demonym(match, atoms)
    if kind == "abbr":
        return ("abbreviation", 1.0)
    if _is_tied_to_a_name(match, atoms, places):
        return None
    return _state(match, atoms) if kind == "name" else _settlement(match, atoms, places)


def _half(match: Match, atoms: Atoms, places: set[int]) -> tuple[str, float] | None:
    follows = atoms.hyphened(match.last) and match.last in places
    return ("compound", 0.95) if follows and match.entry.states else None


def _adjective(match: Match, atoms: Atoms, places: set[int]) -> tuple[str, float] | None:
    run = atoms.keys[match.first]
    if run.endswith("о") and run[-3:-1] in ("ск", "цк"):
        return ("compound", 1.0) if atoms.hyphened(match.last) else None
    if _after_a_given_name(match, atoms) or _is_a_tongue(match, atoms):
        return None
    return ("adjective", 1.0)


def _demonym(match: Match, atoms: Atoms) -> tuple[str, float] | None:
    if atoms.is_capital(match.first):
        surname = any("Surn" in parse.grammemes for parse in atoms.parses(match.first))
        if surname or not atoms.opens_sentence(match.first):
            return None
    things = [p for p in atoms.parses(match.first) if p.pos == "NOUN" and "inan" in p.grammemes]
    return ("demonym", 0.6 if things else 0.95)


def _state(match: Match, atoms: Atoms) -> tuple[str, float] | None:
    if match.last - match.first > 1:
        return ("name", 1.0)
    parses = atoms.parses(match.first)
    if parses[0].pos in _COMMON and atoms.opens_sentence(match.first):
        return None
    before = _before(match, atoms)
    if before in words("water"):
        return None
    if any("Name" in p.grammemes or "Surn" in p.grammemes for p in parses) and before not in words("inside"):
        if _after_a_given_name(match, atoms):
            return None
        follows = _name_follows(match, atoms)
        if follows and not any("Geox" in p.grammemes and p.case == "gent" for p in parses):
            return None
    elif _after_a_given_name(match, atoms) and not _is_geographic(match, atoms):
        return None
    return ("name", 1.0)


def _settlement(match: Match, atoms: Atoms, places: set[int]) -> tuple[str, float] | None:
    """Cities and regions: what is also a word, a first name or a surname needs a word that says «place»."""
    if _is_a_surname(match, atoms, places) or _is_an_adjective(match, atoms) or _is_shouted(match, atoms):
        return None
    if atoms.spaced(match.last) and atoms.keys[match.last] in words("particle"):  # «Ван дер Вельде»
        return None
    before, lemma = _before(match, atoms), _lemma_before(match, atoms)
    if lemma in words("water"):
        return None
    one = match.last - match.first == 1
    geographic, other = _readings(match, atoms) if one else (True, False)
    ordinary = other and not geographic  # a word like any other: «Мир», «Совет»
    person = _name_follows(match, atoms) and match.last not in places
    named = one and _may_be_a_person(match, atoms)
    if not (named and person) or (match.entry.strong and before in ("в", "во")):
        if lemma in words("town"):
            return ("governed", 0.95)
        if before in words("inside") and (not ordinary or match.entry.strong):
            return ("preposition", 0.9 if other else 1.0)
        if not ordinary and (lemma in words("settled") or lemma in words("ruled")):
            return ("governed", 0.9)
    if before in words("person") or lemma in words("person") or named:
        return None
    if person and not (match.entry.strong and geographic and lemma):
        return None
    large = match.entry.strong and match.entry.kind == "city"
    if ordinary or (other and not large and atoms.opens_sentence(match.first)):
        large = large and one and not atoms.opens_sentence(match.first)
        return ("large", 0.6) if large else None
    if one and match.end - match.start <= SHORT and not geographic:
        return None
    if match.entry.strong or not one or geographic:
        return ("known", 0.8 if match.entry.strong else 0.7)
    return ("alone", 0.6 if match.entry.states[0] in NEAR or before in words("towards") else 0.4)


def _is_an_adjective(match: Match, atoms: Atoms) -> bool:
    """«на Кировском заводе», «в Южном Портсмуте»: a form that goes with the noun behind it."""
    run = atoms.keys[match.last - 1]
    adjectival = match.entry.name.endswith(_ADJECTIVAL)
    if not adjectival and not run.endswith(("ском", "цком")):
        return False
    if not adjectival and _before(match, atoms) in ("в", "во", "на", "о", "об"):
        return True
    at = match.last
    return atoms.spaced(at) and atoms.parses(at)[0].pos in ("NOUN", "ADJF") and not _is_settled(match, atoms)


def _is_settled(match: Match, atoms: Atoms) -> bool:
    return _lemma_before(match, atoms) in words("town")


def _is_shouted(match: Match, atoms: Atoms) -> bool:
    """«МГУ»: short words all in capitals are abbreviations, unless a large city is meant («БАКУ»)."""
    written = atoms.text[match.start : match.end]
    return written.isupper() and 1 < len(written) <= LONGEST_ABBREVIATION and not match.entry.strong


def _may_be_a_person(match: Match, atoms: Atoms) -> bool:
    """Whether the dictionary knows the run as a name of persons, and not as a place before that."""
    known = [p for p in atoms.parses(match.first) if p.raw.is_known]
    if not any(p.grammemes & _PERSONAL for p in known):
        return False
    surname = not match.entry.strong and match.entry.name.endswith(("ов", "ев", "ёв", "ин", "ын"))
    return surname or "Geox" not in known[0].grammemes


def _readings(match: Match, atoms: Atoms) -> tuple[bool, bool]:
    """Whether the dictionary knows the run as this place, and whether as anything else."""
    known = [p for p in atoms.parses(match.first) if p.raw.is_known]
    name = match.entry.name.lower()
    geographic = any("Geox" in p.grammemes and p.lemma.replace("ё", "е") == name.replace("ё", "е") for p in known)
    return geographic, any("Geox" not in p.grammemes for p in known)


def _is_geographic(match: Match, atoms: Atoms) -> bool:
    return any("Geox" in p.grammemes for p in atoms.parses(match.first))


def _before(match: Match, atoms: Atoms) -> str | None:
    """The word before, if only blanks stand between."""
    return atoms.keys[match.first - 1] if atoms.spaced(match.first) else None


def _lemma_before(match: Match, atoms: Atoms) -> str | None:
    at = match.first
    if at == 0:
        return None
    gap = atoms.gap(at).strip()
    if gap == "." and atoms.keys[at - 1] in ("г", "гор", "пос", "обл", "ул", "с", "д", "о"):
        return "г" if atoms.keys[at - 1] in ("г", "гор", "пос") else atoms.keys[at - 1]
    if gap or atoms.is_capital(at - 1) and not atoms.opens_sentence(at - 1):
        return None
    nouns = [p.lemma for p in atoms.parses(at - 1) if p.pos == "NOUN"]
    if atoms.hyphened(at - 1) and atoms.keys[at - 1] in words("ruled"):
        return atoms.keys[at - 1]
    return nouns[0].replace("ё", "е") if nouns else None


def _is_a_surname(match: Match, atoms: Atoms, places: set[int]) -> bool:
    """Whether a first name stands right before. A name that is one once, is one in the whole text."""
    return _after_a_given_name(match, atoms) or _after_a_strange_name(match, atoms, places)


def _after_a_given_name(match: Match, atoms: Atoms) -> bool:
    """«Джек Лондон», «А. Владимир», «Сергей Казанский»."""
    at = match.first
    if at == 0 or not atoms.is_capital(at - 1):
        return False
    gap = atoms.gap(at)
    if len(atoms.keys[at - 1]) == 1 and gap in (". ", ".", ".\u00a0") and atoms.keys[at - 1] != "г":
        return True
    if not gap.isspace() or "\n" in gap:
        return False
    best = atoms.parses(at - 1)[0]
    return bool(best.grammemes & {"Name", "Patr"}) and "Geox" not in best.grammemes


def _after_a_strange_name(match: Match, atoms: Atoms, places: set[int]) -> bool:
    """«Тодд Денвер»: right behind a capitalised word that is neither a place nor in the dictionary."""
    at = match.first - 1
    if (
        at < 0
        or at in places
        or not atoms.spaced(match.first)
        or "\n" in atoms.gap(match.first)
        or not atoms.is_capital(at)
    ):
        return False
    if atoms.text[atoms.starts[at] : atoms.ends[at]].isupper():
        return False
    return not any(parse.raw.is_known and "Name" not in parse.grammemes for parse in atoms.parses(at))


def _name_follows(match: Match, atoms: Atoms) -> bool:
    """Whether a capitalised word stands right behind."""
    at = match.last
    return atoms.spaced(at) and "\n" not in atoms.gap(at) and atoms.is_capital(at) and len(atoms.keys[at]) > 1


def _is_tied_to_a_name(match: Match, atoms: Atoms, places: set[int]) -> bool:
    """«Аль-Катри», «Рубан-Марченко»: part of a word that is no place as a whole."""
    return any(atoms.is_capital(at) and at not in places for at in tied(atoms, match)) or (
        atoms.hyphened(match.first)
        and atoms.keys[match.first - 1] in ("аль", "эль", "бен", "ибн", "ат", "ад", "ан")
    )


def _names_a_street(match: Match, atoms: Atoms) -> bool:
    """«на улице Киевской», «Казанский вокзал», «проспект Астана»."""
    around = []
    if match.entry.kind in ("adj", "cityadj") and not atoms.is_capital(match.first):
        return False
    if atoms.spaced(match.first):
        around.append(match.first - 1)
    if match.entry.kind in ("adj", "cityadj") and atoms.spaced(match.last):
        around.append(match.last)
    return any(parse.lemma in words("street") for at in around for parse in atoms.parses(at)[:2])


def _branded(match: Match, atoms: Atoms) -> bool:
    """A name that fills its quotes behind «клуб», «гостиница», «газета»; a small town in quotes of its own."""
    text, start, end = atoms.text, match.start, match.end
    if not (start and text[start - 1] in _OPENING and text[end : end + 1] and text[end] in _CLOSING):
        return False
    declined = match.entry.kind in ("name", "city") and key(text[start:end]) != key(match.entry.name)
    if declined or (match.entry.kind == "city" and not match.entry.strong):
        return True
    at = match.first - 1
    gap = text[atoms.ends[at] : start] if at >= 0 else ""
    return at >= 0 and len(gap) <= 2 and any(p.lemma in words("branded") for p in atoms.parses(at)[:2])


def _is_a_tongue(match: Match, atoms: Atoms) -> bool:
    """«русский язык», «на белорусском и сербском языках», «владеет английским и фарси»."""
    at = match.last
    while at < min(len(atoms), match.last + 6) and atoms.gap(at).strip() in ("", ",", "-"):
        run = atoms.keys[at]
        if atoms.parses(at)[0].lemma in words("tongue"):
            return True
        if run != "и" and not run.endswith(_MASCULINE):
            break
        at += 1
    if not atoms.keys[match.first].endswith(_MASCULINE):
        return False
    follows = match.last < len(atoms) and atoms.gap(match.last).isspace()
    if follows and atoms.parses(match.last)[0].pos in ("NOUN", "ADJF", None):
        return False
    before = range(max(0, match.first - 7), match.first)
    return atoms.keys[match.first - 1 :][:1] == ["на"] or any(
        not words("speaking").isdisjoint(parse.lemma for parse in atoms.parses(at)) for at in before
    )


def _in_a_row(match: Match, atoms: Atoms, kept: dict[int, Match]) -> bool:
    """Whether a place that is sure stands before or behind in an enumeration."""
    left, right = match.first - 1, match.last
    if left >= 0 and atoms.keys[left] == "и" and left >= 1:
        left -= 1
    if right + 1 < len(atoms) and atoms.keys[right] == "и":
        right += 1
    return (left in kept and atoms.gap(match.first) in (*_LISTING, " ")) or (
        right in kept and atoms.gap(match.last) in (*_LISTING, " ")
    )

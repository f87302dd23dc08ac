"""Whether a written name is that of a person: first names before it, what the dictionary knows it as.

`spots` are the runs that may belong to a place, with its kind: PERSON for those that proved to be persons.
"""

from __future__ import annotations

from collections.abc import Mapping

from core.annotating.places.atoms import Atoms, key
from core.annotating.places.index import words
from core.annotating.places.matching import Match, tied

PERSON = "person"
_PERSONAL = frozenset({"Name", "Surn", "Patr"})
_ARTICLES = frozenset("аль эль бен ибн ас ат ад ан аш ар аз эс эш эр эд эн".split())
_FIXED_ENDINGS = "оеёиуыэю"  # names that end so stay as they are in every case
_SURNAME_ENDINGS = ("ов", "ев", "ёв", "ин", "ын")


def is_a_surname(match: Match, atoms: Atoms, spots: Mapping[int, str]) -> bool:
    """Whether a first name stands right before. A name that is one once, is one in the whole text."""
    return after_a_given_name(match, atoms) or after_a_strange_name(match, atoms, spots)


def after_a_given_name(match: Match, atoms: Atoms) -> bool:
    """«Джек Лондон», «А. Владимир», «Сергей Казанский»."""
    at = match.first
    if at == 0 or not atoms.is_capital(at - 1):
        return False
    gap = atoms.gap(at)
    if len(atoms.keys[at - 1]) == 1 and gap in (". ", ".", ".\u00a0") and atoms.keys[at - 1] != "г":
        return True
    if not gap.isspace() or "\n" in gap:
        return False
    parses = atoms.parses(at - 1)
    if "Geox" in parses[0].grammemes or atoms.keys[at - 1] in words("ruled"):  # «Аким области»
        return False
    if parses[0].raw.is_known and parses[0].grammemes & _PERSONAL:
        return True
    # in the middle of a sentence a capital makes «Мира», «Вера» the name that it can be
    return not atoms.opens_sentence(at - 1) and any("Name" in parse.grammemes for parse in parses)


def after_a_strange_name(match: Match, atoms: Atoms, spots: Mapping[int, str]) -> bool:
    """«Тодд Денвер»: right behind a capitalised word that is neither a place nor in the dictionary."""
    at = match.first - 1
    adjacent = atoms.spaced(match.first) and "\n" not in atoms.gap(match.first)
    if not adjacent or not atoms.is_capital(at):
        return False
    if at in spots:
        return spots[at] == PERSON
    if atoms.text[atoms.starts[at] : atoms.ends[at]].isupper():
        return False
    return not any(parse.raw.is_known and "Name" not in parse.grammemes for parse in atoms.parses(at))


def is_tied_to_a_name(match: Match, atoms: Atoms, spots: Mapping[int, str]) -> bool:
    """«Аль-Катри», «Рубан-Марченко»: part of a word that is no place as a whole."""
    return any(atoms.is_capital(at) and at not in spots for at in tied(atoms, match)) or (
        atoms.hyphened(match.first) and atoms.keys[match.first - 1] in _ARTICLES
    )


def may_be_a_person(match: Match, atoms: Atoms) -> bool:
    """Whether the dictionary knows the run as a name of persons, and not as a place before that."""
    known = [p for p in atoms.parses(match.first) if p.raw.is_known]
    if not any(p.grammemes & _PERSONAL for p in known):
        return False
    surname = not match.entry.strong and match.entry.name.endswith(_SURNAME_ENDINGS)
    return surname or "Geox" not in known[0].grammemes


def is_geographic(match: Match, atoms: Atoms) -> bool:
    """Whether the dictionary knows the run as a place at all."""
    return any("Geox" in p.grammemes for p in atoms.parses(match.first))


def readings(match: Match, atoms: Atoms) -> tuple[bool, bool]:
    """Whether the dictionary knows the run as this place, and whether as anything else."""
    known = [p for p in atoms.parses(match.first) if p.raw.is_known]
    name = key(match.entry.name)
    geographic = any("Geox" in p.grammemes and key(p.lemma) == name for p in known)
    return geographic, any("Geox" not in p.grammemes for p in known)


def may_name_a_person(match: Match, atoms: Atoms) -> bool:
    """Whether the run can be a first name or surname at all: «Доминика», «Чад»."""
    return any(parse.grammemes & _PERSONAL for parse in atoms.parses(match.first))


def is_nominative(match: Match, atoms: Atoms) -> bool:
    """Whether a name that declines stands in the nominative: a holder of a post, not what he governs."""
    run = atoms.keys[match.last - 1]
    cases = {p.case for p in atoms.parses(match.last - 1) if "Geox" in p.grammemes}
    fixed = run[-1] in _FIXED_ENDINGS or not cases.isdisjoint({"gent", "loct"})  # «посол Бангладеш»
    return key(match.entry.name).endswith(run) and not fixed


def is_instrumental(match: Match, atoms: Atoms) -> bool:
    """«с мэром Палом Верешем»: whom a post in the same case names is no town."""
    run = atoms.keys[match.last - 1]
    return run.endswith(("ом", "ем", "ью")) and not key(match.entry.name).endswith(run)

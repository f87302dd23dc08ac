"""What stands beside a written name: prepositions, nouns that govern it, quotes, streets, languages."""

from __future__ import annotations

from core.annotating.places.atoms import Atoms, key
from core.annotating.places.index import words
from core.annotating.places.matching import Match

LONGEST_ABBREVIATION = 4  # letters
_ADJECTIVAL = ("ый", "ий", "ой", "ая", "яя", "ое", "ее", "ые", "ие")
_OPENING, _CLOSING = "«\"“„‘'", "»\"”“’'"
_MASCULINE = ("ком", "ким", "кий", "кого", "кому", "ких", "ками", "кими")  # a language is «язык»
_LISTING = (",", ", ", " и ", " – ", " — ", " - ", "-", "–", " (", "/", "\n", ",\n", " ")
_SPEAKING_REACH = 7  # runs between «владеет» and the last language in the list
_SHORT_FOR_TOWN = frozenset({"г", "гор", "пос"})
_SHORT_NOUNS = _SHORT_FOR_TOWN | {"обл", "ул", "с", "д", "о"}


def before(match: Match, atoms: Atoms) -> str | None:
    """The word before, if only blanks stand between."""
    return atoms.keys[match.first - 1] if atoms.spaced(match.first) else None


def lemma_before(match: Match, atoms: Atoms) -> str | None:
    """The lemma of the noun before: «города», «г.», «мэра», «вице-губернатора»."""
    at = match.first - 1
    if at < 0:
        return None
    gap, run = atoms.gap(match.first).strip(), atoms.keys[at]
    if gap == "." and run in _SHORT_NOUNS:
        return "г" if run in _SHORT_FOR_TOWN else run
    if gap or len(run) == 1 or (atoms.is_capital(at) and not atoms.opens_sentence(at)):
        return None
    return next((key(parse.lemma) for parse in atoms.parses(at) if parse.pos == "NOUN"), None)


def animate_before(match: Match, atoms: Atoms) -> bool:
    """Whether the noun before is a person: «дирижёр», «чемпион»."""
    return any(p.pos == "NOUN" and "anim" in p.grammemes for p in atoms.parses(match.first - 1)[:2])


def name_follows(match: Match, atoms: Atoms) -> bool:
    """Whether a capitalised word or an initial stands right behind."""
    at = match.last
    if not atoms.spaced(at) or "\n" in atoms.gap(at) or not atoms.is_capital(at):
        return False
    initial = atoms.text[atoms.ends[at] : atoms.ends[at] + 1] == "."
    return len(atoms.keys[at]) > 1 or initial


def names_a_street(match: Match, atoms: Atoms) -> bool:
    """«на улице Киевской», «Казанский вокзал», «проспект Астана»."""
    around = []
    if match.entry.kind in ("adj", "cityadj") and not atoms.is_capital(match.first):
        return False
    if atoms.spaced(match.first):
        around.append(match.first - 1)
    if match.entry.kind in ("adj", "cityadj") and atoms.spaced(match.last):
        around.append(match.last)
    return any(parse.lemma in words("street") for at in around for parse in atoms.parses(at)[:2])


def branded(match: Match, atoms: Atoms) -> bool:
    """A name that fills its quotes behind «клуб», «гостиница»; a small town in quotes of its own."""
    text, start, end = atoms.text, match.start, match.end
    if not (start and text[start - 1] in _OPENING and text[end : end + 1] and text[end] in _CLOSING):
        return False
    declined = match.entry.kind in ("name", "city") and key(text[start:end]) != key(match.entry.name)
    if declined or (match.entry.kind == "city" and not match.entry.strong):
        return True
    at = match.first - 1
    gap = text[atoms.ends[at] : start] if at >= 0 else ""
    return at >= 0 and len(gap) <= 2 and any(p.lemma in words("branded") for p in atoms.parses(at)[:2])


def is_a_tongue(match: Match, atoms: Atoms) -> bool:
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
    if before(match, atoms) == "на":
        return True
    earlier = range(max(0, match.first - _SPEAKING_REACH), match.first)
    return any(not words("speaking").isdisjoint(p.lemma for p in atoms.parses(at)) for at in earlier)


def in_a_row(match: Match, atoms: Atoms, kept: dict[int, Match]) -> bool:
    """Whether a place that is sure stands before or behind in an enumeration."""
    left, right = match.first - 1, match.last
    if left >= 0 and atoms.keys[left] == "и" and left >= 1:
        left -= 1
    if right + 1 < len(atoms) and atoms.keys[right] == "и":
        right += 1
    return (left in kept and atoms.gap(match.first) in _LISTING) or (
        right in kept and atoms.gap(match.last) in _LISTING
    )


def is_shouted(match: Match, atoms: Atoms) -> bool:
    """«МГУ»: short words all in capitals are abbreviations, unless a large city is meant («БАКУ»)."""
    written = atoms.text[match.start : match.end]
    return written.isupper() and 1 < len(written) <= LONGEST_ABBREVIATION and not match.entry.strong


def is_an_adjective(match: Match, atoms: Atoms) -> bool:
    """«на Кировском заводе», «в Южном Портсмуте»: a form that goes with the noun behind it."""
    run = atoms.keys[match.last - 1]
    adjectival = any(p.pos == "ADJF" for p in atoms.parses(match.last - 1))
    adjectival = adjectival and match.entry.name.endswith(_ADJECTIVAL)
    if not adjectival and not run.endswith(("ском", "цком")):
        return False
    if not adjectival and before(match, atoms) in ("в", "во", "на", "о", "об"):
        return True
    at = match.last
    if not atoms.spaced(at) or lemma_before(match, atoms) in words("town"):
        return False
    return atoms.parses(at)[0].pos in ("NOUN", "ADJF")

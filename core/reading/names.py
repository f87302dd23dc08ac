"""Names of files and what follows from them."""

from __future__ import annotations

PACKED = (".gz",)


def shown(name: str) -> str:
    """`name` without lone surrogates, with which Python keeps bytes of a file name that are no UTF-8."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace") if not name.isascii() else name


def ending(name: str) -> str:
    """The ending of a file name in small letters, «.txt»; empty without one."""
    dot = name.rfind(".")
    return name[dot:].casefold() if 0 < dot < len(name) - 1 else ""


def unpacked(name: str) -> str:
    """The name without the ending that compression gave it: «a.txt.gz» → «a.txt»."""
    end = ending(name)
    return name[: -len(end)] if end in PACKED else name


def stem(name: str) -> str:
    """The id that a file name gives: without its ending, «a.txt.gz» → «a»."""
    name = unpacked(name)
    return name[: len(name) - len(ending(name))]


def is_passed_over(name: str) -> bool:
    """True for what stands in folders and archives beside the releases: hidden files and README."""
    return name.startswith((".", "__MACOSX")) or name.casefold().startswith("readme")

"""A month's file: a stock TinyDB file whose bytes depend on nothing but the releases in it.

    {"about":{"1":{"schema":1,"month":"2026-03","releases":2,"checksum":"…"}},
    "_default":{
    "1":{…a release…},
    "2":{…}}}

`_default` is the table that TinyDB reads when none is named. Releases stand by date, then by key, a line
each. The checksum is SHA-256 over those lines, so that it holds however another program spaces the rest.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256

import msgspec

from core.storing import records
from core.storing.catalogue import Place
from core.storing.layout import Damaged
from core.storing.records import Head
from core.storing.schema import SCHEMA, refuse_newer


class About(msgspec.Struct):
    """What a month's file says of itself."""

    schema: int = 0
    month: str = ""
    releases: int = 0
    checksum: str = ""


class _File(msgspec.Struct):
    releases: dict[str, msgspec.Raw] = msgspec.field(name="_default", default_factory=dict)
    about: dict[str, About] = {}


_files = msgspec.json.Decoder(_File)


@dataclass(frozen=True, slots=True)
class Shard:
    """A month's file taken apart: its lines by key, in their order."""

    about: About
    lines: Mapping[str, bytes]

    @property
    def is_whole(self) -> bool:
        """False if the releases are not those that the checksum was made of: another program wrote here."""
        return self.about.checksum == checksum(self.lines.values())


def checksum(lines: Iterable[bytes]) -> str:
    """SHA-256 over lines, as hexadecimal digits."""
    made = sha256()
    for line in lines:
        made.update(line)
        made.update(b"\n")
    return made.hexdigest()


def read(data: bytes) -> Shard:
    """Takes a file apart. Raises `Damaged`."""
    try:
        file = _files.decode(data)
        lines = {records.head(line).key: bytes(line) for line in file.releases.values()}
    except (ValueError, msgspec.MsgspecError, RecursionError) as error:
        raise Damaged(str(error)) from error
    about = file.about.get("1", About())
    refuse_newer(f"{about.month}.json", about.schema)
    return Shard(about, lines)


def build(month: str, lines: Iterable[bytes]) -> tuple[bytes, About, list[Place]]:
    """The file of these releases, what it says of itself, and where each of them stands in it."""
    heads = sorted(((records.head(line), line) for line in lines), key=lambda pair: _order(pair[0]))
    about = About(SCHEMA, month, len(heads), checksum(line for _, line in heads))
    start = b'{"about":{"1":%s},\n"_default":{' % msgspec.json.encode(about)
    pieces, at = [start], len(start)
    places = []
    for number, (head, line) in enumerate(heads, 1):
        lead = b'%s\n"%d":' % (b"," if number > 1 else b"", number)
        places.append(Place(head.key, head.id, at + len(lead), len(line), len(head.dispatches)))
        pieces += (lead, line)
        at += len(lead) + len(line)
    pieces.append(b"}}\n")
    return b"".join(pieces), about, places


def _order(head: Head) -> tuple[str, str]:
    return head.day or "", head.key

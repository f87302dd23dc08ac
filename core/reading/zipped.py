"""Zip archives: their members as if they were files, never unpacked to disk."""

from __future__ import annotations

import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import BinaryIO, cast

from core.errors import Message, Refused
from core.model import Document
from core.reading import formats
from core.reading.limits import ARCHIVE_BYTES, ARCHIVE_DEPTH, ARCHIVE_MEMBERS, MEMBER_AT_ONCE_BYTES, MIB
from core.reading.names import is_passed_over
from core.reading.packed import metered
from core.reading.records import Blob, Budget, Refusal

_IN_MEMORY = (
    32 * MIB
)  # larger archives that come without a file of their own are laid down in a temporary one
_UTF8_NAME = 0x800
_LOCKED = 0x1
_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, KeyError)


def read(blob: Blob) -> Iterator[Document | Refusal]:
    """What the members hold, as `archive.zip!member`; hidden ones and README are passed over.

    Names of members are labels and never become paths. Raises `Refused` for a damaged archive.
    """
    if blob.depth >= ARCHIVE_DEPTH:
        raise Refused("packed more than {limit} deep", limit=ARCHIVE_DEPTH)
    budget = blob.budget or Budget()
    with blob.open() as stream, _seekable(stream) as file:
        try:
            archive = zipfile.ZipFile(file)
        except _DAMAGED as error:
            raise Refused("damaged zip archive: {reason}", reason=str(error)) from None
        with archive:
            members = archive.infolist()
            if len(members) > ARCHIVE_MEMBERS:
                raise Refused("more than {limit} files inside", limit=ARCHIVE_MEMBERS)
            for member in members:
                name = name_of(member)
                if not member.is_dir() and not any(map(is_passed_over, name.split("/"))):
                    yield from _member(archive, member, name, blob, budget)


def name_of(member: zipfile.ZipInfo) -> str:
    """The member's name. Archives packed under Russian Windows keep names in cp866 without saying so."""
    name = member.filename
    if not member.flag_bits & _UTF8_NAME and not name.isascii():
        try:
            name = name.encode("cp437").decode("cp866")
        except UnicodeError:
            name = member.filename
    return name.replace("\\", "/").replace("\0", "")


def _member(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, name: str, outer: Blob, budget: Budget
) -> Iterator[Document | Refusal]:
    source = f"{outer.source}!{name}"

    def opened() -> BinaryIO:
        inner = cast(BinaryIO, archive.open(member))
        return metered(inner, lambda: member.compress_size, budget)

    blob = Blob(name.rpartition("/")[2], source, opened, depth=outer.depth + 1, budget=budget)
    try:
        if member.flag_bits & _LOCKED:
            raise Refused("locked with a password")
        if member.file_size <= MEMBER_AT_ONCE_BYTES:
            data = blob.content(MEMBER_AT_ONCE_BYTES)
            blob = replace(blob, open=lambda: BytesIO(data))
        yield from formats.documents(blob)
    except Refused as refused:
        yield Refusal(source, refused.message)
    except (*_DAMAGED, OSError) as error:
        yield Refusal(source, Message("damaged zip archive: {reason}", {"reason": str(error)}))


def _seekable(stream: BinaryIO) -> BinaryIO:
    """The stream itself, or a temporary copy where it can't be read from the end."""
    if stream.seekable():
        return stream
    copy = tempfile.SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115 - the caller closes it
    size = 0
    while chunk := stream.read(MIB):
        size += len(chunk)
        if size > ARCHIVE_BYTES:
            copy.close()
            raise Refused("larger than {limit} MB", limit=ARCHIVE_BYTES // MIB)
        copy.write(chunk)
    copy.seek(0)
    return cast(BinaryIO, copy)

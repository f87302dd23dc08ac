"""How much is read of anything: every limit of this stage, in bytes, counts or seconds.

A file above a limit is refused with a sentence that names the limit; the others go on.
"""

MIB = 1024 * 1024

HEAD_BYTES = 4096
"""The beginning of a file that tells what it is."""

DOCUMENT_BYTES = 16 * MIB
"""A file or archive member that becomes one release, or a feed: .txt .md .eml .docx .xml .json."""

PAGE_BYTES = 8 * MIB
"""A page (.html) or the unpacked text of a .docx, whose tree takes many times as much memory."""

PAGE_ELEMENTS = 200_000
"""Elements of one page."""

LINE_BYTES = 16 * MIB
"""One line of a .jsonl file. The file itself is streamed and may be of any size."""

PACKAGE_BYTES = 64 * MIB
"""Everything in a .docx unpacked, pictures included."""

ARCHIVE_MEMBERS = 100_000
"""Members of one .zip."""

ARCHIVE_BYTES = 2048 * MIB
"""Unpacked bytes of one named .zip or .gz, everything inside it taken together."""

ARCHIVE_RATIO = 200
"""Unpacked to packed bytes of one member, looked at once RATIO_FROM_BYTES are unpacked."""

RATIO_FROM_BYTES = 8 * MIB
"""Below this a high ratio is harmless: a page of blanks packs very well."""

MEMBER_AT_ONCE_BYTES = MIB
"""Members of a .zip up to this size are unpacked once and looked at in memory."""

ARCHIVE_DEPTH = 3
"""Archives, or mails, inside each other: a.zip!b.zip!c.txt.gz is three deep."""

MAIL_PARTS = 1000
"""Parts of one mail."""

HEADER_CHARACTERS = 20_000
"""One header of a mail."""

FEED_ENTRIES = 10_000
"""Entries taken from one feed."""

FOLDER_DEPTH = 64
"""Folders inside folders."""

HTTP_BYTES = 32 * MIB
"""Bytes of one answer, after its compression is undone."""

HTTP_SECONDS = 60.0
"""One fetch from the first byte sent to the last received, redirects included."""

HTTP_SILENCE_SECONDS = 15.0
"""Connecting, or waiting for the next bytes."""

HTTP_REDIRECTS = 5
"""Redirects followed."""

ENCODING_BYTES = 16_384
"""How much of a text the choice of an encoding looks at."""

JUDGED_CHARACTERS = 6_000
"""How much of a text its flags are told from."""

"""Mail: letter, subject, date, attachments, encodings of old programs."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

from core.model import Document
from core.reading import Refusal, read
from tests.reading.texts import BODY, RUSSIAN, TITLE


def letter() -> EmailMessage:
    message = EmailMessage()
    message["Subject"], message["From"], message["To"] = TITLE, "a@example.org", "b@example.org"
    message["Date"] = "Wed, 11 Mar 2026 23:30:00 +0500"
    return message


def test_letter_with_an_attachment(tmp_path: Path) -> None:
    message = letter()
    message.set_content(BODY[0])
    message.add_alternative(f"<p>{BODY[0]}</p>", subtype="html")
    message.add_attachment(
        RUSSIAN.encode("cp1251"), maintype="application", subtype="octet-stream", filename="../релиз.txt"
    )
    message.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="a.pdf")
    message.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="logo.png")
    path = tmp_path / "letter.eml"
    path.write_bytes(message.as_bytes())
    text, attached, refused = read([path])
    assert isinstance(text, Document) and isinstance(attached, Document) and isinstance(refused, Refusal)
    assert (text.text, text.title, text.date) == (BODY[0], TITLE, "2026-03-11")
    assert (attached.text, attached.encoding, attached.date) == (RUSSIAN, "cp1251", "2026-03-11")
    assert attached.source == f"{path}!релиз.txt"
    assert str(refused.message) == "a PDF file, not a text"


def test_letter_of_an_old_program_without_declarations(tmp_path: Path) -> None:
    path = tmp_path / "old.eml"
    head = f"Received: from a\r\nSubject: {TITLE}\r\nDate: Wed, 11 Mar 2026 10:00:00 +0000\r\n\r\n"
    path.write_bytes((head + BODY[0]).encode("koi8-r", "replace"))
    (found,) = read([path])
    assert isinstance(found, Document)
    assert (found.title, found.encoding) == (TITLE, "koi8-r")


def test_page_alone_is_read_as_a_page(tmp_path: Path) -> None:
    message = letter()
    message.set_content(f"<p>{BODY[0]}</p><p>{BODY[1]}</p>", subtype="html")
    (tmp_path / "a.txt").write_bytes(b"MIME-Version: 1.0\r\n" + message.as_bytes())
    (found,) = read([tmp_path / "a.txt"])
    assert isinstance(found, Document)
    assert found.text == f"{BODY[0]}\n\n{BODY[1]}"


def test_letter_without_words_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.eml"
    path.write_bytes(letter().as_bytes())
    (found,) = read([path])
    assert isinstance(found, Refusal)
    assert str(found.message) == "a mail without text"

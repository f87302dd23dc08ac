"""Russian for the sentences of the core: its refusals, errors and notices."""

from __future__ import annotations

TABLE: dict[str, str] = {}

TABLE.update(
    {
        # searching: what is wrong with a query, and what was looked for instead
        "There is no field «{field}»; the nearest is «{nearest}».": "Нет поля «{field}»; ближайшее – «{nearest}».",
        "There is no state «{value}»; the nearest is «{nearest}».": (
            "Нет государства «{value}»; ближайшее – «{nearest}»."
        ),
        "There is no state «{value}».": "Нет государства «{value}».",
        "There is no kind of event «{value}»; there are: {known}.": "Нет события «{value}»; есть: {known}.",
        "«{value}» is no date. Try 2026, 2026-03, 2026-03-10, 2026-01..2026-03, >2026-03-01, март.": (
            "«{value}» – не дата. Можно: 2026, 2026-03, 2026-03-10, 2026-01..2026-03, >2026-03-01, март."
        ),
        "«{typed}» was taken as «{taken}»: it was typed in the other keyboard layout.": (
            "«{typed}» понято как «{taken}»: набрано в другой раскладке."
        ),
        "«{typed}» stands nowhere; «{taken}» in Cyrillic letters was looked for.": (
            "«{typed}» нигде нет; искали «{taken}» кириллицей."
        ),
        "«{typed}» stands nowhere; the nearest spelling, «{taken}», was looked for.": (
            "«{typed}» нигде нет; искали ближайшее по написанию – «{taken}»."
        ),
        "Another process is writing to the index in {path}.": "В индекс {path} пишет другой процесс.",
        "The index in {path} can't be written ({why}).": "Индекс {path} не записать ({why}).",
        # searching: a query in words
        "words": "слова",
        "exact form": "точная форма",
        "beginning with": "начинается с",
        "pattern": "шаблон",
        "phrase": "фраза",
        "near": "рядом",
        "without": "без",
        "any of": "любое из",
        "since": "с",
        "until": "по",
        "country": "страна",
        "host": "принимает",
        "mentioned": "упомянута",
        "sender": "отправитель",
        "person": "лицо",
        "post": "пост",
        "org": "организация",
        "event": "событие",
        "city": "город",
        "date": "дата",
        "agency": "агентство",
        "flag": "флаг",
    }
)

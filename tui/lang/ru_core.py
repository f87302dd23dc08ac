"""Russian for the sentences of the core: its refusals, errors and notices."""

from __future__ import annotations

TABLE: dict[str, str] = {}

TABLE.update(
    {
        # searching: what is wrong with a query, and what was looked for instead
        "There is no field «{field}»; the nearest is «{nearest}».": (
            "Нет поля «{field}»; ближайшее – «{nearest}»."
        ),
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
        "marked": "пометка",
    }
)

TABLE.update(
    {
        # reading: why an input is refused
        "JSON, but neither a feed nor a release with a key “text”": (
            "JSON, но не лента и не релиз с ключом «text»"
        ),
        "XML that declares entities, which can be made to swell without end": (
            "XML с собственными сущностями: такой может разрастись без предела"
        ),
        "XML, but no feed": "XML, но не лента новостей",
        "a header of more than {limit} characters": "заголовок длиннее {limit} знаков",
        "a mail without text": "письмо без текста",
        "a packed file without a Word text inside": "упакованный файл, в котором нет текста Word",
        "a page of more than {limit} elements": "страница, в которой больше {limit} элементов",
        "binary data": "двоичные данные",
        "cannot be fetched: {reason}": "не удалось загрузить: {reason}",
        "cannot be read: {reason}": "не прочитать: {reason}",
        "damaged zip archive: {reason}": "повреждённый архив zip: {reason}",
        "damaged {kind} file: {reason}": "повреждённый файл {kind}: {reason}",
        "holds no text": "в нём нет текста",
        "larger than {limit} MB": "больше {limit} МБ",
        "line longer than {limit} MB": "строка длиннее {limit} МБ",
        "locked with a password": "закрыт паролем",
        "more than {limit} files inside": "внутри больше {limit} файлов",
        "more than {limit} parts": "больше {limit} частей",
        "more than {limit} redirects": "больше {limit} перенаправлений",
        "neither a file nor a folder": "не файл и не папка",
        "no answer for {seconds} seconds": "нет ответа {seconds} с",
        "no object with a key “text”": "нет объекта с ключом «text»",
        "no such file or folder": "нет такого файла или папки",
        "not JSON: {reason}": "не JSON: {reason}",
        "not a Word file (.docx)": "не файл Word (.docx)",
        "not finished after {seconds} seconds": "не загрузилось за {seconds} с",
        "packed more than {limit} deep": "упаковано глубже {limit} раз",
        "redirects to {target}, which is a local address": "перенаправляет на {target}, это локальный адрес",
        "redirects to {target}, which is no http address": "перенаправляет на {target}, это не адрес http",
        "the server answers {status}": "сервер отвечает {status}",
        "unknown ending “{ending}”; known are {known}": (
            "неизвестное расширение «{ending}»; известны {known}"
        ),
        "unpacks to more than {limit} MB": "распаковывается больше чем в {limit} МБ",
        "unpacks to more than {ratio} times its size": "распаковывается больше чем в {ratio} раз",
        "{what}, not a text": "{what}, а не текст",
        # reading: what a file is, from core/reading/kinds.tsv
        "a PDF file": "файл PDF",
        "an old Office file (.doc, .xls, .ppt); save it as .docx": (
            "старый файл Office (.doc, .xls, .ppt; сохраните как .docx)"
        ),
        "an RTF file; save it as .docx or .txt": "файл RTF (сохраните как .docx или .txt)",
        "a packed file (.zip, .docx, .xlsx, .odt or the like)": (
            "упакованный файл (.zip, .docx, .xlsx, .odt или подобный)"
        ),
        "an empty .zip": "пустой .zip",
        "a file packed with gzip": "файл, сжатый gzip",
        "a file packed with bzip2": "файл, сжатый bzip2",
        "a file packed with xz": "файл, сжатый xz",
        "a file packed with zstd": "файл, сжатый zstd",
        "a 7z archive": "архив 7z",
        "a RAR archive": "архив RAR",
        "a tar archive": "архив tar",
        "a PNG image": "изображение PNG",
        "a JPEG image": "изображение JPEG",
        "a GIF image": "изображение GIF",
        "a TIFF image": "изображение TIFF",
        "a WebP image": "изображение WebP",
        "a DjVu document": "документ DjVu",
        "an SQLite database": "база данных SQLite",
        "a program": "программа",
        "a sound file": "звукозапись",
        "a video file": "видеозапись",
        "a Parquet file": "файл Parquet",
        "a font": "шрифт",
    }
)

TABLE.update(
    {
        # the archive: what is refused
        "{path} is no folder. Name a folder for the archive.": (
            "{path} – не папка. Назовите папку для архива."
        ),
        "{path} is no archive: it holds {other}. Name an empty or a new folder.": (
            "{path} – не архив: там лежит {other}. Назовите пустую или новую папку."
        ),
        "There is no archive in {path}.": "В {path} нет архива.",
        "There is no release {name} in {path}.": "В {path} нет релиза {name}.",
        "There is no card {key}.": "Нет карточки {key}.",
        "{name} may mean {keys}. Use the key.": "{name} может значить {keys}. Назовите ключ.",
        "Another process is writing to {path}. Try again, or wait longer with --wait SECONDS.": (
            "В {path} пишет другой процесс. Попробуйте снова или ждите дольше: --wait СЕКУНДЫ."
        ),
        "Process {pid} on {host} ({command}) has been writing to {path} since {since}. "
        "Try again, or wait longer with --wait SECONDS.": (
            "Процесс {pid} на {host} ({command}) пишет в {path} с {since}. "
            "Попробуйте снова или ждите дольше: --wait СЕКУНДЫ."
        ),
        "There is no room to write to {path} ({why}). What was added is safe; make room and go on.": (
            "Нет места, чтобы писать в {path} ({why}). Добавленное цело; освободите место и продолжайте."
        ),
        "{path} can't be written to ({why}).": "В {path} нельзя писать ({why}).",
        "{path} can't be read ({why}). «depesha check --repair» makes it again.": (
            "{path} не прочитать ({why}). «depesha check --repair» сделает его заново."
        ),
        "{path} is damaged ({why}). «depesha check --repair» saves what can be read.": (
            "{path} повреждён ({why}). «depesha check --repair» спасёт то, что читается."
        ),
        "A release in {path} can't be read ({why}). «depesha check --repair» saves the others.": (
            "Один из релизов в {path} не прочитать ({why}). «depesha check --repair» спасёт остальные."
        ),
        "{path} was written by a newer depesha (schema {schema}; this one: {known}). Update depesha.": (
            "{path} записан более новой версией depesha (схема {schema}, здесь {known}). Обновите depesha."
        ),
        "{path} is of an older version and can't be written to. Copy it to where it can be converted.": (
            "{path} старой версии, а писать туда нельзя. Скопируйте его туда, где его можно обновить."
        ),
        "{path} is of an older version and can't be brought up to date ({why}). A backup is in {file}.": (
            "{path} старой версии, и обновить его не удалось ({why}). Копия – в {file}."
        ),
        "{path} can't be read as corrections of officials ({why}). Mend it or move it away.": (
            "{path} не читается как правки карточек ({why}). Исправьте его или уберите."
        ),
        "{path} is not empty. Name an empty or a new folder.": (
            "{path} не пуста. Назовите пустую или новую папку."
        ),
        "{file} is no backup of an archive.": "{file} – не резервная копия архива.",
        "{file} is damaged ({why}).": "{file} повреждён ({why}).",
        "{file} holds {name}, which no backup does.": "В {file} лежит {name}; в копиях архива такого нет.",
        "{file} needs {size} MB, more than there is room for.": (
            "{file} требует {size} МБ, столько места нет."
        ),
        "holds half a character, which no file can hold": "в нём половина знака, такого в файл не записать",
        "can't be annotated ({reason}). Please report it with the text.": (
            "не удалось разобрать ({reason}). Сообщите нам об этом вместе с текстом."
        ),
        "ended the process that annotated it. Please report it with the text.": (
            "разбор оборвал процесс. Сообщите нам об этом вместе с текстом."
        ),
        # the archive: what was looked after when it was opened
        "The archive was brought up to date; as it was before is kept in {file}.": (
            "Архив обновлён; прежний сохранён в {file}."
        ),
        "The index does not fit, and the archive can't be written to: one was made for now.": (
            "Указатель не подходит, а писать в архив нельзя: сделан временный."
        ),
        "{path} {what}. Done.": "{path} {what}. Сделано.",
        # the archive: what check finds
        "is missing, with {n} releases. Restore it from a backup; repairing makes the rest fit": (
            "отсутствует, в нём было релизов: {n}. Восстановите его из копии; починка согласует остальное"
        ),
        "is damaged ({why}): {n} releases can be read, {lost} are lost. Repairing sets it aside": (
            "повреждён ({why}): читается релизов: {n}, потеряно: {lost}. Починка отложит его в сторону"
        ),
        "holds {n} releases with a text that is not that of their key. Repairing sets it aside": (
            "в нём релизы, текст которых не отвечает ключу: {n}. Починка отложит его и сохранит остальные"
        ),
        "was changed by another program and is whole. Repairing takes it as it is": (
            "изменён другой программой, но цел. Починка примет его как есть"
        ),
        "does not tell where the releases of its month stand. Repairing makes it again": (
            "не говорит, где стоят релизы месяца. Починка сделает его заново"
        ),
        "was left by a write that was broken off. Repairing removes it": (
            "остался от прерванной записи. Починка его удалит"
        ),
        "can't be read ({why}). Repairing makes it from the months' files": (
            "не прочитать ({why}). Починка сделает его по файлам месяцев"
        ),
        "waits, because a writer was broken off. Repairing settles it": (
            "ждёт: запись была прервана. Починка её завершит"
        ),
        "is damaged ({why}). Repairing keeps what can be read": (
            "повреждён ({why}). Починка сохранит то, что читается"
        ),
        "can't be read as corrections ({why}). Repairing sets it aside": (
            "не читается как правки карточек ({why}). Починка отложит его в сторону"
        ),
        "does not fit the releases. Repairing makes it again": (
            "не отвечает релизам. Починка сделает его заново"
        ),
        "does not follow the store. Repairing makes it again": (
            "отстал от хранилища. Починка сделает его заново"
        ),
        "does not hold the dispatches of the store. Repairing makes it again": (
            "содержит не те депеши, что хранилище. Починка сделает его заново"
        ),
    }
)

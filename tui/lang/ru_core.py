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

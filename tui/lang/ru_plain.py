"""Russian for the plain commands."""

from __future__ import annotations

# argparse's own words
_PARSER = {
    "usage: ": "вызов: ",  # of the same length: argparse cuts seven letters off when options are intermixed
    "positional arguments": "аргументы",
    "options": "ключи",
    "show this help message and exit": "показать эту подсказку",
    "unrecognized arguments: %s": "непонятные слова: %s",
    "the following arguments are required: %s": "не хватает: %s",
    "not allowed with argument %s": "не сочетается с %s",
    "ignored explicit argument %r": "лишнее значение %r",
    "argument %(argument_name)s: %(message)s": "%(argument_name)s: %(message)s",
    "invalid choice: %(value)r (choose from %(choices)s)": "%(value)r не годится, есть: %(choices)s",
    "invalid %(type)s value: %(value)r": "%(value)r не годится (%(type)s)",
    "expected one argument": "нужно значение",
    "expected at most one argument": "нужно не больше одного значения",
    "expected at least one argument": "нужно хотя бы одно значение",
    "one of the arguments %s is required": "нужно одно из: %s",
}

_HELP = {
    "depesha: a browser of diplomatic press releases": "depesha: обозреватель дипломатических пресс-релизов",
    "add what is named, then open the screen": "добавить названное и открыть экран",
    "run a plain command": "выполнить команду",
    "Examples:": "Примеры:",
    "examples:": "примеры:",
    "common options": "общие ключи",
    "Try {command} --help": "Подсказка: {command} --help",
    "depesha COMMAND --help tells the options of a command; --version the version.": (
        "depesha КОМАНДА --help — ключи команды; --version — версия."
    ),
    "Asking": "Спросить",
    "Making": "Составить",
    "Filling": "Пополнить",
    "Keeping": "Сберечь",
    "About depesha": "О самой depesha",
    "look up words, countries, persons, dates": "найти слова, страны, людей, даты",
    "print a release or one dispatch with its officials": "показать релиз или одно сообщение с участниками",
    "count dispatches by country": "сосчитать сообщения по странам",
    "list officials, show one card, correct cards": "список официальных лиц, карточка, исправления",
    "count dispatches by kind of event": "сосчитать сообщения по видам событий",
    "tell what a person or a country did, day by day": "что делал человек или страна, день за днём",
    "count releases and dispatches by month, host, sender and flag": (
        "сосчитать релизы и сообщения по месяцам, странам, отправителям и пометкам"
    ),
    "make a table of who met whom": "таблица: кто с кем встречался",
    "make a press review as Markdown, text, HTML or a Word file": (
        "обзор печати: Markdown, текст, HTML или файл Word"
    ),
    "print annotated releases as JSON lines; the archive is not touched": (
        "разметить релизы и напечатать строками JSON; архив не меняется"
    ),
    "read, annotate and keep files, folders or addresses": "прочесть, разметить и сохранить файлы, адреса",
    "add new files and feed entries as they come": "добавлять новые файлы и записи лент по мере появления",
    "take releases out of the archive": "убрать релизы из архива",
    "add the sample releases": "добавить образцы",
    "verify the archive, and repair it": "проверить архив и починить его",
    "build the index again from the store": "построить указатель заново",
    "put the archive into one file": "сложить архив в один файл",
    "make an archive from such a file": "восстановить архив из такого файла",
    "print all releases as JSON lines, to be added elsewhere": "напечатать все релизы строками JSON",
    "show what settings hold and why, and change them": "какие настройки действуют и почему; изменить их",
    "print what completes commands in bash, zsh or fish": "дополнение команд для bash, zsh, fish",
    "score this installation against texts with known answers": "точность и полнота на размеченных образцах",
    "all commands": "все команды",
}

_OPTIONS = {
    "words, fields and operators; all dispatches without": "слова, поля, операторы; без них все сообщения",
    "file, folder, address, or - for standard input": "файл, папка, адрес или - для стандартного ввода",
    "files, folders or addresses to add first": "файлы, папки, адреса, которые добавить сначала",
    "ignore where the last session ended": "не возвращаться туда, где закончили в прошлый раз",
    "leave the mouse to the terminal": "оставить мышь терминалу",
    "read line by line instead of a full screen, for screen readers": (
        "построчно вместо экрана, для программ экранного чтения"
    ),
    "the archive's folder (DEPESHA_ARCHIVE)": "папка архива (DEPESHA_ARCHIVE)",
    "how long to wait for another writer": "сколько ждать другого пишущего",
    "when to use colour": "когда красить",
    "pager for long answers; never turns it off": "программа постраничного показа; never — без неё",
    "language of the interface (DEPESHA_LANG)": "язык (DEPESHA_LANG)",
    "processes that annotate side by side": "сколько процессов размечают сразу",
    "the outcome of each input as JSON": "судьба каждого входа в JSON",
    'jsonl: each PATH holds lines {"id", "text", "date"?, "title"?, "url"?}': (
        'jsonl: в каждом PATH строки {"id", "text", "date"?, "title"?, "url"?}'
    ),
    "add the text itself": "добавить сам текст",
    "file to make; depesha-DATE.zip without": "какой файл сделать; иначе depesha-ДАТА.zip",
    "one JSON document": "один документ JSON",
    "a JSON object a line": "объект JSON в строке",
    "a JSON object a line (the only form)": "объект JSON в строке (другого вида нет)",
    "a table with comma-separated values": "таблица CSV",
    "begin the CSV with a byte order mark, for Excel": "метка BOM в начале CSV, для Excel",
    "separator of the CSV: , ; or tab": "разделитель CSV: , ; или tab",
    "a Markdown table": "таблица Markdown",
    "mend what can be mended": "починить, что можно",
    "shell to complete in": "оболочка",
    "at most N rows": "не больше N строк",
    "at most N rows in each list (12)": "не больше N строк в каждом списке (12)",
    "at most N hits": "не больше N находок",
    "newest first, or best first": "сначала новые или сначала лучшие",
    "N sentences around the hit": "N предложений вокруг находки",
    "count by a facet instead of listing hits": "сосчитать по признаку вместо списка",
    "only the number of hits": "только число находок",
    "only KEY/N of each hit, for show and others": "только КЛЮЧ/N каждой находки, для show и других",
    "count only this part; country is any part": "считать только эту роль; country — любая",
    "folder of texts, NAME.txt; the samples without": "папка текстов ИМЯ.txt; без неё образцы",
    "folder of answers, NAME.gold.json": "папка ответов ИМЯ.gold.json",
    "key of a release or its beginning, or its id": "ключ релиза или его начало, или имя",
    "key of a release or its beginning, or its id; /N for one dispatch": (
        "ключ релиза или его начало, или имя; /N — одно сообщение"
    ),
    "all releases with a dispatch that meets the query": "все релизы с сообщением, отвечающим запросу",
    "do not ask": "не спрашивать",
    "a backup": "резервная копия",
    "group by this": "по чему собирать",
    "title of the review": "заглавие обзора",
    "show how the versions of one story differ": "показать, чем расходятся изложения одной новости",
    "write to FILE; its ending tells the form": "записать в FILE; вид — по окончанию имени",
    "Markdown (the form without a file)": "Markdown (вид без файла)",
    "plain text": "простой текст",
    "a web page": "веб-страница",
    "a Word file; needs --output": "файл Word; нужен --output",
    "only print the folder of the samples": "только назвать папку образцов",
    "mark the words of a query": "отметить слова запроса",
    "add words, rule and confidence behind each finding": "у каждой находки слова, правило и уверенность",
    "the annotated release with its text, a line each": "размеченный релиз с текстом, по строке",
    "the text alone, as read": "только текст, как прочитан",
    "a person, or a country in any of its names": "человек или страна под любым названием",
    "only dispatches that meet the query as well": "только сообщения, отвечающие и запросу",
    "only the latest N": "только последние N",
    "folder, file or address": "папка, файл или адрес",
    "time between two looks": "время между проверками",
    "look once, then end": "проверить один раз и закончить",
    "set NAME VALUE, unset NAME, or path; all settings without": (
        "set ИМЯ ЗНАЧЕНИЕ, unset ИМЯ или path; без слов — все настройки"
    ),
    "a name in any case or half of it; or why NAME, merge NAME NAME…, split NAME SPELLING…, "
    "rename NAME NEW-NAME, hide NAME, undo, changes": (
        "имя в любом падеже или его начало; или why ИМЯ, merge ИМЯ ИМЯ…, split ИМЯ НАПИСАНИЕ…, "
        "rename ИМЯ НОВОЕ-ИМЯ, hide ИМЯ, undo, changes"
    ),
}

_SETTINGS = {
    "the archive's folder; the user's data folder if empty": "папка архива; пусто — папка данных",
    "language of the interface; the locale's if empty": "язык; пусто — по локали",
    "seconds to wait for another writer": "сколько секунд ждать другого пишущего",
    "order of what is found": "порядок найденного",
    "what to try where nothing is found, or none": "что пробовать, когда ничего не найдено, или none",
    "sentences shown around a hit": "сколько предложений вокруг находки",
    "let the screen use the mouse": "мышь на экране",
    "Settings file: {path}": "Файл настроек: {path}",
    "Say: {words}.": "Надо: {words}.",
    "There is no setting {name}. There are: {all}.": "Настройки {name} нет. Есть: {all}.",
    "{value} is no value of {name}.": "{value} не годится для {name}.",
    "flag": "ключ",
    "file": "файл",
    "default": "по умолчанию",
    "{place}: {value} is no value of {name}; it is passed over.": (
        "{place}: {value} не годится для {name}; пропущено."
    ),
    "{path} is not readable as TOML ({reason}); it was put aside as {spoilt}, defaults hold.": (
        "{path} не читается как TOML ({reason}); файл отложен как {spoilt}, действуют значения по умолчанию."
    ),
    "{path} is not readable as TOML ({reason}); defaults hold.": (
        "{path} не читается как TOML ({reason}); действуют значения по умолчанию."
    ),
}

_SUMS = {
    "{n} release added|{n} releases added": "добавлен {n} релиз|добавлено {n} релиза|добавлено {n} релизов",
    "{n} known already": "{n} уже есть",
    "{n} refused": "{n} отвергнуто",
    "refused": "отвергнуто",
    "{n} release|{n} releases": "{n} релиз|{n} релиза|{n} релизов",
    "{n} dispatch|{n} dispatches": "{n} сообщение|{n} сообщения|{n} сообщений",
    "{n} dispatch meets the query|{n} dispatches meet the query": (
        "запросу отвечает {n} сообщение|запросу отвечают {n} сообщения|запросу отвечают {n} сообщений"
    ),
    "{n} dispatch indexed|{n} dispatches indexed": (
        "в указателе {n} сообщение|в указателе {n} сообщения|в указателе {n} сообщений"
    ),
    "{n} release removed|{n} releases removed": "убран {n} релиз|убрано {n} релиза|убрано {n} релизов",
    "Remove {n} release? [y/N]|Remove {n} releases? [y/N]": (
        "Убрать {n} релиз? [д/Н]|Убрать {n} релиза? [д/Н]|Убрать {n} релизов? [д/Н]"
    ),
    "and {n} more|and {n} more": "и ещё {n}|и ещё {n}|и ещё {n}",
    "{n} story|{n} stories": "{n} новость|{n} новости|{n} новостей",
    "{n} source|{n} sources": "{n} источник|{n} источника|{n} источников",
    "release": "релиз",
    "dispatch": "сообщение",
    "B": "Б",
    "kB": "кБ",
    "MB": "МБ",
    "GB": "ГБ",
    "TB": "ТБ",
}

_SAID = {
    "Stopped before the end. What is counted above is kept; run the same command to go on.": (
        "Остановлено до конца. Сосчитанное выше сохранено; та же команда продолжит."
    ),
    "Backup: {file}, {size}": "Резервная копия: {file}, {size}",
    "post not stated": "должность не указана",
    "Dispatches": "Сообщения",
    "also written": "пишется и так",
    "countries met": "страны встреч",
    "may be the same person": "возможно, то же лицо",
    "key": "ключ",
    "{words}: rule {rule}, confidence {p}": "{words}: правило {rule}, уверенность {p}",
    "mended": "исправлено",
    "The archive is sound.": "Архив в порядке.",
    "«depesha check --repair» mends what can be mended.": "«depesha check --repair» починит, что можно.",
    "{name} may mean {who}. Use the key.": "{name} — это может быть {who}. Назовите ключ.",
    "{name} is no spelling of {card}. It has: {who}.": "{name} — не написание {card}. Есть: {who}.",
    "{action} needs other words: see depesha officials --help.": (
        "{action}: нужны другие слова, см. depesha officials --help."
    ),
    "Nobody is called {name}.": "Никого с именем {name} нет.",
    "Taken back: {what}": "Отменено: {what}",
    "There is nothing to undo.": "Отменять нечего.",
    "One card now: {who}": "Теперь одна карточка: {who}",
    "On a card of their own now: {who}": "Теперь на своей карточке: {who}",
    "Renamed: {who} → {name}": "Переименовано: {who} → {name}",
    "Hidden: {who}": "Скрыто: {who}",
    "precision": "точность",
    "recall": "полнота",
    "{path} holds no answers (*.gold.json).": "В {path} нет ответов (*.gold.json).",
    "The screen needs a terminal. The plain commands work everywhere:": (
        "Экрану нужен терминал. Команды работают везде:"
    ),
    "The archive is empty. «depesha samples» adds samples, «depesha add PATH» your own releases.": (
        "Архив пуст. «depesha samples» добавит образцы, «depesha add PATH» — ваши релизы."
    ),
    "Archive: {path}": "Архив: {path}",
    "Name releases, or choose them with --query.": "Назовите релизы или выберите их через --query.",
    "Say --yes to do it.": "Подтвердите ключом --yes.",
    "Press review": "Обзор печати",
    "Press review: {query}": "Обзор печати: {query}",
    "A Word file needs a name: --output FILE.docx": "Файлу Word нужно имя: --output ФАЙЛ.docx",
    "Written: {path}": "Записано: {path}",
    "Other": "Прочее",
    "{id} has no dispatch {n}.": "В {id} нет сообщения {n}.",
}

TABLE: dict[str, str] = {**_PARSER, **_HELP, **_OPTIONS, **_SETTINGS, **_SUMS, **_SAID}

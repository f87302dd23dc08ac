"""Russian for the reader and what opens from it: grounds, cards, copying, export, the linear mode."""

from __future__ import annotations

_WALKING = {
    "The archive is being made ready…": "Архив готовится…",
    "to the next hit": "к следующему совпадению",
    "next hit": "совпадение",
    "no further hit in this release": "дальше совпадений в релизе нет",
    "to the previous hit": "к предыдущему совпадению",
    "no hit before this one": "выше совпадений нет",
    "to the next name, place or ground": "к следующему имени, месту, основанию",
    "facts": "факты",
    "no further fact in this release": "дальше фактов в релизе нет",
    "to the fact before": "к предыдущему факту",
    "no fact before this one": "выше фактов нет",
    "to the next sentence": "к следующему предложению",
    "no further sentence": "дальше предложений нет",
    "to the sentence before": "к предыдущему предложению",
    "no sentence before this one": "выше предложений нет",
    "to the next dispatch of the release": "к следующему сообщению релиза",
    "no further dispatch in this release": "дальше сообщений в релизе нет",
    "to the dispatch before": "к предыдущему сообщению",
    "no dispatch before this one": "выше сообщений нет",
    "narrow by the fact looked at; look at the next one first": "отобрать по факту; сперва взглянуть на него",
    "Nothing can be narrowed by this.": "По этому нельзя отобрать.",
    "hit": "совп.",
    "in the text": "в тексте",
    "the sentence under the cursor": "предложение под курсором",
    "the dispatch that is read": "читаемое сообщение",
    "underlined: a country or a city": "подчёркнуто: страна или город",
    "bold: an official": "полужирно: официальное лицо",
    "reversed: a hit": "обращено: совпадение",
    "reversed and underlined: the fact looked at": "обращено и подчёркнуто: выбранный факт",
    "official": "лицо",
    "person": "человек",
    "city": "город",
    "country": "страна",
    "dateline": "выходные данные",
    "rule {rule}": "правило {rule}",
    "confidence {p}": "уверенность {p}",
}

_CARDS = {
    "the official's card: posts, spellings, countries met": "карточка: посты, написания, страны",
    "card": "карточка",
    "why? the sentence, rule and confidence behind each fact": (
        "почему? правило и уверенность за каждым фактом"
    ),
    "why?": "почему?",
    "to the place in the text": "к месту в тексте",
    "Why?": "Почему?",
    "take the last merge, split, renaming or hiding back": "отменить последнее исправление карточек",
    "go there": "перейти",
    "merge": "слить",
    "split": "отделить",
    "rename": "назвать",
    "hide": "скрыть",
    "undo": "отменить",
    "The same person as:": "То же лицо, что:",
    "Put the cursor on the spelling that is someone else.": "Поставьте курсор на написание другого человека.",
    "Name:": "Имя:",
    "u takes it back": "u — отменить",
    "Posts": "Посты",
    "Countries met": "Встречи по странам",
    "Spellings": "Написания",
    "May be the same person": "Может быть, то же лицо",
}

_TAKING = {
    "copy the sentence": "копировать предложение",
    "sentence": "предложение",
    "copy": "копировать",
    "copy the dispatch": "копировать сообщение",
    "copy the sentence as a citation with source and date": "копировать цитату с источником и датой",
    "citation": "цитата",
    "There is nothing to copy here.": "Здесь нечего копировать.",
    "{what} sent to the clipboard ({way}); {key} saves to a file": (
        "{what}: отправлено в буфер обмена ({way}); {key} — в файл"
    ),
    "{address} sent to the clipboard ({way})": "{address}: отправлено в буфер обмена ({way})",
    "save what is shown to a file: md, txt, html, docx, csv, json": (
        "сохранить показанное в файл: md, txt, html, docx, csv, json"
    ),
    "save": "сохранить",
    "Save the dispatch as:": "Сохранить сообщение как:",
    "Save {n} marked dispatch as:|Save {n} marked dispatches as:": (
        "Сохранить {n} помеченное как:|Сохранить {n} помеченных как:|Сохранить {n} помеченных как:"
    ),
    "Save {n} dispatch as:|Save {n} dispatches as:": (
        "Сохранить {n} сообщение как:|Сохранить {n} сообщения как:|Сохранить {n} сообщений как:"
    ),
    "{n} dispatch saved to {path}|{n} dispatches saved to {path}": (
        "{n} сообщение сохранено в {path}|{n} сообщения сохранены в {path}|{n} сообщений сохранено в {path}"
    ),
    "{n} dispatch collected|{n} dispatches collected": (
        "собрано {n} сообщение|собрано {n} сообщения|собрано {n} сообщений"
    ),
    "The ending tells the form: {endings}.": "Вид файла задаёт окончание: {endings}.",
    "{path} exists already; nothing is overwritten.": "{path} уже есть; ничего не перезаписано.",
    "There is no folder {path}.": "Нет папки {path}.",
    "open what is shown in $EDITOR, or in $PAGER": "открыть показанное в $EDITOR или $PAGER",
    "source": "источник",
    "open the source: the file in $PAGER, the address in the browser": (
        "открыть источник: файл в $PAGER, адрес в браузере"
    ),
    "{program} ended with status {status}.": "{program}: код завершения {status}.",
    "This terminal cannot make room for {program}.": "Этот терминал не может уступить место {program}.",
    "{program} cannot be started: {why}": "{program} не запускается: {why}",
}

_LINEAR = {
    "answer line by line, without drawing: for screen readers": (
        "отвечать строка за строкой, не рисуя: для программ чтения с экрана"
    ),
    "a number: read, or choose, what was listed under it": "номер: прочесть или выбрать названное под ним",
    "next: more of the list, or the next dispatch": "дальше: по списку или к следующему сообщению",
    "previous": "назад",
    "list the dispatches again": "снова перечислить сообщения",
    "countries with their counts": "страны и сколько их",
    "officials with their counts": "официальные лица и сколько их",
    "kinds of events with their counts": "виды событий и сколько их",
    "months with their counts": "месяцы и сколько в них",
    "why: what is known of the dispatch, with rule and confidence": (
        "почему: что известно о сообщении, с правилом и уверенностью"
    ),
    "citation: the first sentence with source and date": "цитата: первое предложение с источником и датой",
    "save what was found: md, txt, html, docx, csv, json": (
        "сохранить найденное: md, txt, html, docx, csv, json"
    ),
    "this help": "эта подсказка",
    "look for words, also for a single letter": "искать слова, и одну букву тоже",
    "Type words to look for, h for help, q to leave.": "Наберите слова для поиска; h — подсказка, q — выход.",
    "That was the last one.": "Это было последнее.",
    "That was the first one.": "Это было первое.",
    "n lists more.": "n — ещё.",
    "Dispatch {n} of {total}": "Сообщение {n} из {total}",
    "Read a dispatch first: type its number.": "Сначала прочтите сообщение: наберите его номер.",
    "There is nothing to list.": "Перечислять нечего.",
    "Nothing is listed under this number.": "Под этим номером ничего не названо.",
    "no host": "место не названо",
}

TABLE: dict[str, str] = {**_WALKING, **_CARDS, **_TAKING, **_LINEAR}

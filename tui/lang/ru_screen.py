"""Russian for the screen."""

from __future__ import annotations

# The frame: filter, headings, footer, boxes
_FRAME = {
    "words, country:…, official:…": "слова, страна:…, лицо:…",
    "Everything: {sums}": "Всё: {sums}",
    "The archive is empty. {key} loads the samples, {add} adds your own releases.": (
        "Архив пуст. {key} — загрузить образцы, {add} — добавить свои релизы."
    ),
    "{n} of {whole}": "{n} из {whole}",
    "Nothing meets this. Esc takes the last step back.": "Ничего не нашлось. Esc отменит последний шаг.",
    "No dispatches.": "Нет сообщений.",
    "Host countries": "Где происходит",
    "Mentioned": "Упомянуты",
    "Text": "Текст",
    "Filter": "Поиск",
    "by count": "по числу",
    "by name": "по имени",
    "best first": "сначала лучшие",
    "newest first": "сначала новые",
    "oldest first": "сначала старые",
    "row:": "строка:",
    "the window is too small": "окно слишком мало",
    "Keys": "Клавиши",
    "in every pane": "во всех панелях",
    "Under the Russian layout the same keys work: {keys}.": "Те же клавиши и под русской раскладкой: {keys}.",
    "close": "закрыть",
    "scroll": "листать",
    "show": "показать",
    "forget": "забыть",
    "{n} new|{n} new": "{n} новое|{n} новых|{n} новых",
    "Saved searches": "Сохранённые запросы",
    "saved search": "сохранённый запрос",
    "command, country, official, saved search": "команда, страна, лицо, сохранённый запрос",
    "Name of this search:": "Имя запроса:",
    "No searches are saved yet; {key} saves what narrows now.": (
        "Сохранённых запросов ещё нет; {key} сохранит нынешний."
    ),
    "Saved as «{name}». {key} lists the saved searches.": "Сохранено: «{name}». {key} — список запросов.",
    "Add files, folders or addresses:": "Добавить файлы, папки или адреса:",
    "adding…": "добавляю…",
    "adding: {n} of {whole}": "добавляю: {n} из {whole}",
    "adding: {n} release|adding: {n} releases": (
        "добавляю: {n} релиз|добавляю: {n} релиза|добавляю: {n} релизов"
    ),
    "Wait until what is being added is in.": "Дождитесь конца добавления.",
    "The archive has changed.": "Архив изменился.",
    "NO_COLOR is set: no colours.": "Задано NO_COLOR: без цветов.",
    "theme: {name}": "тема: {name}",
    "dark": "тёмная",
    "light": "светлая",
    "high contrast": "контрастная",
    "the terminal's own": "цвета терминала",
    "This terminal cannot show the screen (TERM={term}).": "Этот терминал не покажет экран (TERM={term}).",
    "The plain commands work everywhere:": "Простые команды работают везде:",
    "The key {key} of «{name}» is taken by «{other}».": (
        "Клавиша {key} команды «{name}» занята командой «{other}»."
    ),
    "[keys] names «{name}», which is no command.": "В [keys] названа команда «{name}», такой нет.",
    "[keys] {name} is neither a key nor a list of keys.": "В [keys] {name} — не клавиша и не список клавиш.",
}

# Commands: lines of help and palette
_COMMANDS = {
    "one line down": "на строку вниз",
    "one line up": "на строку вверх",
    "one page down": "на страницу вниз",
    "one page up": "на страницу вверх",
    "to the beginning": "в начало",
    "to the end": "в конец",
    "an earlier month": "месяц раньше",
    "a later month": "месяц позже",
    "to the next pane": "к следующей панели",
    "to the previous pane": "к предыдущей панели",
    "to the countries": "к странам",
    "to the officials": "к официальным лицам",
    "to the months": "к месяцам",
    "to the dispatches": "к сообщениям",
    "to the text": "к тексту",
    "find a row of this pane by its first letters": "найти строку панели по первым буквам",
    "the query before": "предыдущий запрос",
    "the query after, or into the list": "следующий запрос или к списку",
    "narrow by this alone, or take it back": "отобрать только по этому или снять отбор",
    "choose this as well: several are joined by «or»": "добавить к отбору: несколько значений через «или»",
    "leave out dispatches with this": "исключить сообщения с этим",
    "take the last narrowing back": "отменить последнее сужение",
    "take all narrowing back": "снять весь отбор",
    "type in the filter: everything follows at each key": "искать: всё сужается с каждой буквой",
    "keep the words and go to the list": "оставить слова и перейти к списку",
    "take over the completion": "принять дополнение",
    "back to the narrowing before": "назад к прежнему отбору",
    "forward to the narrowing after": "вперёд к следующему отбору",
    "count countries as host, as mentioned, or both": "считать страны: где происходит, упомянуты, всё",
    "mark the dispatch, or take its mark away": "пометить сообщение или снять пометку",
    "to the next marked dispatch": "к следующему помеченному",
    "save this search under a name": "сохранить запрос под именем",
    "saved searches, with counts and what is new": "сохранённые запросы: сколько и что нового",
    "read the dispatch": "читать сообщение",
    "sort this pane otherwise": "сменить порядок в панели",
    "this pane alone, or all panes again": "одна панель на весь экран или все",
    "the panes on the left narrower": "левые панели уже",
    "the panes on the left wider": "левые панели шире",
    "the list above the text lower": "список над текстом ниже",
    "the list above the text higher": "список над текстом выше",
    "the next theme: dark, light, high contrast, the terminal's own": (
        "сменить тему: тёмная, светлая, контрастная, цвета терминала"
    ),
    "all keys of this pane": "все клавиши этой панели",
    "commands, countries, officials and saved searches by name": "команды, страны, лица и запросы по имени",
    "add files, folders or addresses": "добавить файлы, папки или адреса",
    "load the sample releases": "загрузить образцы релизов",
    "stop adding": "прервать добавление",
    "show what changed in the archive": "показать изменения архива",
    "to the shell for a while; fg comes back": "в оболочку на время; fg вернёт",
    "leave": "выйти",
    "leave, from the filter line too": "выйти, и из строки поиска",
}

# Hints of the footer: one or two short words
_HINTS = {
    "pane": "панель",
    "narrow": "отобрать",
    "also": "ещё",
    "without": "без",
    "wider": "шире",
    "filter": "искать",
    "to the list": "к списку",
    "host/mentioned": "где/упомянуты",
    "mark": "пометить",
    "read": "читать",
    "sort": "порядок",
    "help": "клавиши",
    "load the samples": "загрузить образцы",
    "show changes": "показать новое",
}

TABLE: dict[str, str] = {**_FRAME, **_COMMANDS, **_HINTS}

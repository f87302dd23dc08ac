"""The plain commands: their table, and how one of them is found and run.

A command is a module of this package with three things:

    EXAMPLES                      lines shown by its help
    options(parser)               adds its options
    run(chosen, terminal) -> int  does the work, returns the exit status

Only the module of the command that is run gets imported, and it imports what is heavy when it needs it.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import ModuleType

# Exit statuses are grep's: something found or done, nothing found, an error.
DONE, NOTHING, FAILED = 0, 1, 2

# heading → (command, module, one line of help)
GROUPS: dict[str, tuple[tuple[str, str, str], ...]] = {
    "Asking": (
        ("find", "finding", "look up words, countries, persons, dates"),
        ("show", "showing", "print a release or one dispatch with its officials"),
        ("countries", "countries", "count dispatches by country"),
        ("officials", "officials", "list officials, show one card, correct cards"),
        ("events", "events", "count dispatches by kind of event"),
        ("timeline", "timeline", "tell what a person or a country did, day by day"),
        ("stats", "stats", "count releases and dispatches by month, host, sender and flag"),
    ),
    "Making": (
        ("contacts", "contacts", "make a table of who met whom"),
        ("review", "review", "make a press review as Markdown, text, HTML or a Word file"),
        ("annotate", "annotating", "print annotated releases as JSON lines; the archive is not touched"),
    ),
    "Filling": (
        ("add", "adding", "read, annotate and keep files, folders or addresses"),
        ("watch", "watching", "add new files and feed entries as they come"),
        ("remove", "removing", "take releases out of the archive"),
        ("samples", "samples", "add the sample releases"),
    ),
    "Keeping": (
        ("check", "checking", "verify the archive, and repair it"),
        ("reindex", "reindexing", "build the index again from the store"),
        ("backup", "backup", "put the archive into one file"),
        ("restore", "restoring", "make an archive from such a file"),
        ("export", "exporting", "print all releases as JSON lines, to be added elsewhere"),
    ),
    "About depesha": (
        ("config", "configuring", "show what settings hold and why, and change them"),
        ("completion", "completion", "print what completes commands in bash, zsh or fish"),
        ("eval", "evaluating", "score this installation against texts with known answers"),
    ),
}

COMMANDS: dict[str, str] = {name: module for group in GROUPS.values() for name, module, _ in group}
SUMMARIES: dict[str, str] = {name: summary for group in GROUPS.values() for name, _, summary in group}


def module_of(command: str) -> ModuleType:
    """The module of a command in the table."""
    from importlib import import_module

    return import_module(f"tui.plain.{COMMANDS[command]}")

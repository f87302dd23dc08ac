"""Releases made from the samples' gold: real material that stays when the annotation changes."""

from __future__ import annotations

import json
from typing import Any

from core import (
    GOLD,
    SAMPLES,
    City,
    Country,
    Dateline,
    Dispatch,
    Event,
    Host,
    Official,
    Part,
    Person,
    Release,
)
from core.annotating.morphology import form_lemmas
from core.segmenting.tokens import tokens


def release(name: str) -> Release:
    """The sample `name` («000») as the archive would give it."""
    gold = json.loads((GOLD / f"{name}.gold.json").read_text(encoding="utf-8"))
    text = (SAMPLES / f"{name}.txt").read_bytes().decode()
    parts = [part for key in ("header", "footer") for part in (gold[key] or {"parts": []})["parts"]]
    line = gold["dateline"]
    spans = tokens(text)
    dispatches = tuple(map(_dispatch, gold["dispatches"]))
    mentions = [m for d in gold["dispatches"] for m in d["country_mentions"]]
    return Release(
        key=f"{name}c0ffee",
        id=name,
        source=f"seeds/{name}.txt",
        text=text,
        kind=gold["kind"],
        date=gold["date"],
        dateline=line
        and Dateline(
            line["start"], line["end"], line["place"], line["date"], line["agency"], rule="one-line"
        ),
        sender=gold["own_country"],
        parts=tuple(Part(p["kind"], p["start"], p["end"]) for p in parts if p["kind"] != "dateline"),
        dispatches=dispatches,
        sentences=tuple((a, b) for a, b in gold["sentences"]),
        persons=tuple(map(_repeated, gold["repeated_mentions"])),
        countries=tuple(_country(m) for m in mentions if m["via"] != "city"),
        cities=tuple(City(m["start"], m["end"], m["text"], m["iso"]) for m in mentions if m["via"] == "city"),
        tokens=spans,
        lemmas=form_lemmas(text, spans),
    )


def _dispatch(one: dict[str, Any]) -> Dispatch:
    word = one["host_word"]
    return Dispatch(
        n=one["n"],
        start=one["start"],
        end=one["end"],
        event=one["event"],
        events=(Event(one["event"], one["start"], one["start"] + 1, "gold"),),
        host=one["host"],
        host_ground=Host(one["host"], "name", word[0], word[1], "gold", 0.9)
        if one["host"] and word
        else None,
        mentioned=tuple(one["mentioned"]),
        officials=tuple(map(_official, one["officials"])),
    )


def _official(one: dict[str, Any]) -> Official:
    post = one["post"] and one["post"]["norm"]
    return Official(
        one["start"], one["end"], one["name"], post, post, country=one["country"], side=one["side"],
        rule="post-before-name", confidence=0.95,
    )  # fmt: skip


def _country(one: dict[str, Any]) -> Country:
    return Country(one["start"], one["end"], one["iso"], one["text"], one["via"], "name-table", 1.0)


def _repeated(one: dict[str, Any]) -> Person:
    return Person(
        one["start"], one["end"], one.get("full_name") or one["name"], rule="surname", confidence=0.9
    )

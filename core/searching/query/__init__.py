"""The query language: from what was typed to a tree, and from a tree to words."""

from core.searching.query.parsing import Parsed, parse
from core.searching.query.printing import printed
from core.searching.query.tree import All, Any, Field, Node, Not, Phrase, Word

__all__ = ["All", "Any", "Field", "Node", "Not", "Parsed", "Phrase", "Word", "parse", "printed"]

"""A document -> its reading: statements, expectations, silences, dates."""

from sholu.read.changes import Change, changes
from sholu.read.read import read

__all__ = ["Change", "changes", "read"]

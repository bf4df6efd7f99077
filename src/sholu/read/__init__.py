"""A document -> its reading: statements, expectations, silences, dates."""

from sholu.read.read import read

__all__ = ["read"]

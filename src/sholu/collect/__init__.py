"""From files, folders and standard input to documents; what gives none is named with its reason."""

from sholu.collect.walk import gather

__all__ = ["gather"]

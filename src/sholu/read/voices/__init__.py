"""Whose a source is: the cast of a document, and the outlet that carries it."""

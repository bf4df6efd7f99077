"""Statements of languages whose verb of saying stands last: Kazakh and its kin."""

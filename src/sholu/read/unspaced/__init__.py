"""Statements in a language without spaces between words, whose verb of saying stands first."""

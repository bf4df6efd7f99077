"""Statements of languages whose verb of saying stands first: English, French, Russian and kin."""

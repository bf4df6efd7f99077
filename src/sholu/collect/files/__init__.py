"""Files, folders and standard input, one module a kind of file."""

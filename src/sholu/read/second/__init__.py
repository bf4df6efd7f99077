"""Who said what in languages whose finite verb stands second in a main clause (German)."""

"""The bundled sample: articles about an invented state visit, and the world they live in."""

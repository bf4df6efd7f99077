"""Documents in any language that tell of the same happening."""

"""Who is who: outlets, institutions, people, states, blocs, and the words that mean them."""

from sholu.world.entries import Section
from sholu.world.names import Found
from sholu.world.resolution import Resolution
from sholu.world.world import World

__all__ = ["Found", "Resolution", "Section", "World"]

"""From the world to documents: files and folders, feeds, sitemaps and pages."""

from sholu.collect.files.walk import gather

__all__ = ["gather"]

"""The one door to the network: everything that the house fetches comes through `Door`.

It goes to public hosts alone (`networks`, checked on the address connected to: `guard`), takes no
more than its limits say, keeps to robots.txt, and asks no host faster than the host likes.
"""

from sholu.collect.fetch.answer import Answer, Limits, Validators
from sholu.collect.fetch.backoff import delay
from sholu.collect.fetch.clock import Clock, SystemClock
from sholu.collect.fetch.door import Door

__all__ = ["Answer", "Clock", "Door", "Limits", "SystemClock", "Validators", "delay"]

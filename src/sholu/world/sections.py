"""The section of a review in which a voice stands."""

from sholu.model import Voice
from sholu.world.entries import Bloc, Entry, Region, Section


class SectionBook:
    """The sections in order, each with all the states it takes in."""

    def __init__(self, sections: tuple[Section, ...], entries: dict[str, Entry]) -> None:
        self.sections = sections
        self._regions = {s.id: _region_states(s, entries) for s in sections}
        self._unions = {s.id: _union_states(s, entries) for s in sections}

    def section_of(self, voice: Voice) -> Section:
        """The first section that fits the voice; of several voices that differ, the last.

        A section that names the voice's country goes before one that has it in a bloc or region.
        """
        if voice.members:
            sections = {self.section_of(member).id: member for member in voice.members}
            if len(sections) > 1:
                return self.sections[-1]
            return self.section_of(voice.members[0])
        by_name = (s for s in self.sections if voice.country in s.states)
        fitting = (s for s in self.sections if self._fits(s, voice))
        return next(by_name, None) or next(fitting, self.sections[-1])

    def _fits(self, section: Section, voice: Voice) -> bool:
        """Whether the section takes the voice: by its country; without one, by its blocs.

        By its type only what the world knows to have no country: "the ministry" has one, unstated.
        """
        if section.all:
            return True
        if voice.country is not None:
            return self._takes(section, voice.country, voice.blocs)
        if set(voice.blocs) & {*section.blocs, *section.regions}:
            return True
        return voice.known and voice.type in section.types

    def _takes(self, section: Section, country: str, blocs: tuple[str, ...]) -> bool:
        """Whether a country falls to the section; `blocs` are those of the voice's date."""
        if country in section.states or country in self._regions[section.id]:
            return True
        if blocs:
            return bool(set(blocs) & set(section.blocs))
        return country in self._unions[section.id]


def _region_states(section: Section, entries: dict[str, Entry]) -> frozenset[str]:
    """The states of the section's regions."""
    regions = [entries.get(region) for region in section.regions]
    return frozenset(s for r in regions if isinstance(r, Region) for s in r.states)


def _union_states(section: Section, entries: dict[str, Entry]) -> frozenset[str]:
    """The states that are members of the section's blocs now."""
    blocs = [entries.get(bloc) for bloc in section.blocs]
    return frozenset(
        m.state for b in blocs if isinstance(b, Bloc) for m in b.members if m.until is None
    )

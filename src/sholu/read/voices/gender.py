"""Who is a woman and who a man, as far as a page shows it."""

from dataclasses import dataclass, field

from sholu.language import Pack
from sholu.model import Voice
from sholu.read.voices.people import anaphora, gendered_endings, gendered_words, is_woman


@dataclass(slots=True)
class Genders:
    """What has been learnt of each voice: True of a woman, False of a man.

    A pronoun, a title ("Ms", «г-жа»), a noun ("the woman") or the ending of the verb («сказала»)
    shows it; where none of them has, the name may.
    """

    language: Pack
    _known: dict[str, bool] = field(default_factory=dict)

    def learn(self, voice: Voice | None, woman: bool | None) -> None:
        """Keep what was shown of a person; what was shown first holds."""
        if voice is not None and woman is not None and voice.type in ("person", "unknown"):
            self._known.setdefault(voice.id, woman)

    def of(self, voice: Voice) -> bool | None:
        """Whether the voice is a woman's; null where nothing shows it."""
        told = self._known.get(voice.id)
        if told is None and voice.type == "person":
            told = is_woman(voice.name, self.language)
        return told

    def agrees(self, voice: Voice, woman: bool | None) -> bool:
        """Whether nothing known of a voice speaks against what words show of who is meant."""
        told = self.of(voice)
        return woman is None or told is None or woman == told

    def shown(self, source: str, cue: str | None) -> bool | None:
        """What a source as printed and its verb show of who speaks; null where nothing."""
        low = source.lower()
        pronoun = anaphora(self.language).gender_of(low)
        if pronoun is not None:
            return pronoun
        for word in low.split():
            told = gendered_words(self.language).get(word.strip(".,"))
            if told is not None:
                return told
        verb = cue.lower() if cue else ""
        for endings, woman in gendered_endings(self.language):
            if verb.endswith(endings):
                return woman
        return None

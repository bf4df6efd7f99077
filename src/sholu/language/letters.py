"""Small letters of alphabets that `str.lower` does not know."""


def lower_dotless(text: str) -> str:
    """Small letters where I is the capital of ı and İ that of i: "İSTANBUL", "IŞIK".

    As many code points as before, which `str.lower` does not promise.
    """
    return text.replace("İ", "i").replace("I", "ı").lower()

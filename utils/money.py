"""Amounts of money as people read them."""


def yuan(fen: int) -> str:
    """An amount as people read it: 399, or 399.50."""
    whole, rest = divmod(fen, 100)
    return f"{whole:,}.{rest:02}" if rest else f"{whole:,}"

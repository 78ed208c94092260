"""Adapters to the outside world. They know nothing of houses and could serve another product."""

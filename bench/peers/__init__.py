"""Servers to compare with, written plainly."""

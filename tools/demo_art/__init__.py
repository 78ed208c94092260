"""Scenes of rooms and courtyards, which Blender's Cycles renders for the demo homes. See README.md."""

"""HTTP: what is asked for, who may ask, and how the answer is written."""

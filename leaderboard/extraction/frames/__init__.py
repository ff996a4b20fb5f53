"""Frames: for every number what the words around it say, before the rest of the sentence is asked."""

"""Text: clean characters with a way back, sentences, tokens and quantities."""

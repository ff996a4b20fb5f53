"""Rules, one file a kind of claim: each looks at a number in its sentence and says what it reads there, or nothing."""

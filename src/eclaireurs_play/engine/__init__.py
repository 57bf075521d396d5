"""The rules: state, gestures, transitions, chance and views; no input, output, clock or screen."""

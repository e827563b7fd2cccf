"""The examples that rule files carry, run in every shape and layout of a manifest."""

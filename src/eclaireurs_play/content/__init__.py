"""From YAML files to the model, with the place of every value kept beside it."""

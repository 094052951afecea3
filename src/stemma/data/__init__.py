"""What a non-programmer may correct (YAML and CSV beside this file) and its typed loaders."""

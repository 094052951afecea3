"""How values are put into words for people: figures, dates, voices and the fixed vocabularies of the model."""

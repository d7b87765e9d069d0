"""The pages of concepts: the list, a concept, a definition, a criterion."""

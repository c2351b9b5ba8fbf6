"""Mathora: a lesson as YAML becomes a proved film, slides and a page. Start with `mathora.lesson.vocabulary`."""

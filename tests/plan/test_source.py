"""A scene's text and those of the files that it runs are sent instead of a path."""

from mathora.plan.source import SceneSource, SourceFile

MAIN, NEAR, OTHER = (SourceFile(f"scenes.{name}", f"scenes/{name}.py", "x = 1\n") for name in ("one", "_near", "two"))


def test_its_files_are_all_that_is_run():
    beside = SceneSource("Other", OTHER)
    assert SceneSource("One", MAIN).files == (MAIN,)
    assert SceneSource("One", MAIN, (NEAR,), beside).files == (MAIN, NEAR, OTHER)


def test_another_text_is_another_source():
    changed = SourceFile(MAIN.module, MAIN.file, "x = 2\n")
    assert SceneSource("One", MAIN) == SceneSource("One", MAIN)
    assert SceneSource("One", MAIN) != SceneSource("One", changed)

"""Names say what they name: no two types of one name, and no word that stands for another thing than it says."""

import ast
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

WANTED = {"Number"}
"""What scenes call a parameter's kind, a float, and what the tree calls its node: each the one word for it there."""

WHIMSICAL = re.compile(
    r"(?:^|[\W\d_])(tongues?|tellers?|doors?|bench|magic|wizard|oracle|butler|glue|plumbing)(?=[\W\d_]|$)",
    re.IGNORECASE,
)
"""Pictures in the place of the field's term or a plain word; of a name with several words, each counts."""


def types_of(path: str, source: str) -> Iterator[tuple[str, str]]:
    """Each public type that a module defines, and what it is: a class is its place, an alias what it stands for."""
    for node in ast.parse(source).body:
        if isinstance(node, ast.ClassDef):
            yield node.name, path
        elif isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            meaning = ast.unparse(node.value).removeprefix("npt.")
            yield from ((one.id, meaning) for one in targets if isinstance(one, ast.Name) and not one.id.isupper())


def shared_names(sources: Mapping[str, str]) -> dict[str, list[str]]:
    """Names of types that stand for more than one thing → the files that define them."""
    meanings, files = defaultdict(set), defaultdict(list)
    for path, source in sources.items():
        for name, meaning in types_of(path, source):
            if name[0].isupper():
                meanings[name].add(meaning)
                files[name].append(path)
    return {name: files[name] for name, different in meanings.items() if len(different) > 1}


def test_no_two_types_share_a_name():
    paths = [path for top in ("mathora", "scenes") for path in sorted((ROOT / top).rglob("*.py"))]
    shared = shared_names({str(path.relative_to(ROOT)): path.read_text(encoding="utf-8") for path in paths})
    assert {name: files for name, files in shared.items() if name not in WANTED} == {}
    assert set(shared) == WANTED


def test_a_class_an_alias_and_a_parameter_of_one_name_are_found():
    sources = {"a.py": "class Pose: ...", "b.py": "Pose = tuple[float, float]", "c.py": "Ink: TypeAlias = str"}
    assert shared_names(sources) == {"Pose": ["a.py", "b.py"]}
    assert shared_names({"a.py": "class Ink: ...", "b.py": "class Ink: ..."}) == {"Ink": ["a.py", "b.py"]}


def test_one_alias_in_two_rooms_is_one_type():
    assert shared_names({"a.py": "Array = npt.NDArray[float]", "b.py": "Array = NDArray[float]"}) == {}


def whimsical(source: str) -> list[str]:
    """Words of a module, in its names and in its prose, that say one thing and mean another."""
    return [found.lower() for found in WHIMSICAL.findall(re.sub(r"(?<=[a-z])(?=[A-Z])", "_", source))]


def test_no_name_is_a_riddle():
    paths = [path for top in ("mathora", "scenes") for path in sorted((ROOT / top).rglob("*.py"))]
    found = {str(path.relative_to(ROOT)): whimsical(path.read_text(encoding="utf-8")) for path in paths}
    assert {path: words for path, words in found.items() if words} == {}


def test_a_riddle_is_found_in_names_and_in_prose():
    planted = 'class TongueTable:\n    """The back door."""\n\ndef _open_bench(tellers): ...'
    assert whimsical(planted) == ["tongue", "door", "bench", "tellers"]
    assert whimsical("def telling(indoor, benchmark): ...") == []

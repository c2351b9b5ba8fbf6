"""The container's files name what is there: they are built from the repository alone."""

import re
import tomllib
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[2]
RECIPE = (ROOT / "Dockerfile").read_text()
COMPOSE = yaml.safe_load((ROOT / "compose.yaml").read_text())


def test_what_is_copied_is_there():
    copied = [name for line in re.findall(r"^COPY (.*)$", RECIPE, re.MULTILINE) for name in line.split()[:-1]]
    assert copied
    assert [name for name in copied if not (ROOT / name).exists()] == []


def test_the_package_s_build_finds_all_that_it_asks_for():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    wheel = project["tool"]["hatch"]["build"]["targets"]["wheel"]
    asked = {*wheel["packages"], *wheel["force-include"], project["project"]["readme"], "LICENSE", "pyproject.toml"}
    assert [name for name in asked if not re.search(rf"^COPY .*\b{re.escape(name)}\b", RECIPE, re.MULTILINE)] == []


def test_it_has_the_system_libraries_of_the_set_up():
    needed = re.search(r'^needed="(.*)"$', (ROOT / "setup" / "system.sh").read_text(), re.MULTILINE)
    assert needed is not None
    wanted = [one for one in needed[1].split() if not one.startswith("python3-")]
    assert [one for one in wanted if one not in RECIPE.split()] == []


def test_it_starts_mathora_in_the_course():
    assert 'ENTRYPOINT ["mathora"]' in RECIPE
    assert "WORKDIR /course" in RECIPE


def test_the_cluster_has_one_scheduler_and_workers_that_see_the_course():
    services = COMPOSE["services"]
    assert set(services) == {"scheduler", "worker", "render"}
    assert all(services[name]["volumes"] == ["${COURSE:-.}:/course"] for name in ("worker", "render"))
    (address,) = {part for one in services.values() for part in str(one).split("'") if part.startswith("tcp://")}
    assert address == "tcp://scheduler:8786"

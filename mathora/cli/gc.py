"""`mathora gc`: forget drawn clips that were unused longest."""

from __future__ import annotations

from pathlib import Path

import click

from mathora.cli.options import cache_of, out_option

UNITS = {"K": 1 << 10, "M": 1 << 20, "G": 1 << 30, "T": 1 << 40}


class Size(click.ParamType[int]):
    """A number of bytes, such as 500M or 2G."""

    name = "size"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The bytes that `value` says; fails as wrong usage."""
        if isinstance(value, int):
            return value
        written = str(value).strip().upper().removesuffix("B")
        digits, unit = (written[:-1], UNITS[written[-1]]) if written[-1:] in UNITS else (written, 1)
        if not digits.isascii() or not digits.isdigit():
            self.fail(f"'{value}' is not a size such as 500M or 2G", param, ctx)
        return int(digits) * unit


@click.command()
@out_option
@click.option("--keep", default="4G", show_default=True, type=Size(), help="How much may stay.")
def command(out: Path, keep: int) -> None:
    """Free disk space: forget what was unused longest.

    These are drawn clips and spoken steps. Products are untouched; what is forgotten is made again when it is needed.
    """
    from mathora.render import ClipStore
    from mathora.render.files import drop_unused, lock

    cache = cache_of(out)
    freed = 0
    if cache.is_dir():
        freed = ClipStore(cache).collect(keep)
        with lock(cache / "lock"):
            drawn = sum(file.stat().st_size for file in cache.glob("objects/*/*"))
            freed += drop_unused(cache / "parts", max(0, keep - drawn))  # a clip takes longer to make than a sentence
    click.echo(f"{freed / UNITS['M']:.1f} MiB freed in {cache}")

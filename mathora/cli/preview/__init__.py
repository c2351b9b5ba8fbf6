"""`mathora preview`: a page of this machine's that shows a lesson while it is written.

Owns: the command. `session` keeps what is shown, `studio` checks and draws, `serving` hands it to browsers.

Laws:
- It listens on 127.0.0.1 alone, and answers nothing without the token in the page's address.
- A file that does not hold takes no picture away: what was drawn last stays, said to be of an earlier version.
"""

from __future__ import annotations

from typing import Any

import click

from mathora.cli.options import SCRIPT_PATH, look_options, out_option, quality_option, section_option, voice_option


@click.command()
@click.argument("script", required=False, type=SCRIPT_PATH)
@quality_option("480p15")
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="Where it listens; else any free port.")
@click.option("--open", "opens", is_flag=True, help="Open the page in the browser.")
@voice_option
@look_options
@section_option
@out_option
def command(**options: Any) -> None:  # noqa: ANN401 - click's options, each of its own type
    """Show SCRIPT on a local page while it is written.

    The page has the lesson's storyboard, the step that was changed last in large, faults at their lines, the film of a
    step when it is asked for, and the products. It follows each save. Without SCRIPT: the one of scripts/ that was
    changed last. Of several shapes the first is shown. Ctrl-C ends it.
    """
    from mathora.cli.course import scripts
    from mathora.cli.preview.serving import serve

    named = [options["script"]] if options["script"] else []
    path = max(scripts(named), key=lambda one: one.stat().st_mtime)
    serve(path, options)

"""`mathora lsp`: faults and proofs in an editor, while one types.

Owns: the command. `answers` says what an editor is to be told, `server` speaks the language server protocol.

Law: nothing of a script is run, and nothing is drawn: the unsaved text is read and proved as `mathora check` would.
"""

from __future__ import annotations

import click

from mathora.cli.options import how_to_bring, out_option


@click.command()
@out_option
def command(**options: object) -> None:
    """Serve an editor, by the language server protocol.

    An editor starts it, and speaks with it over standard input and output (docs/editors.md).
    Faults and verdicts at their places while typing; completion of scenes, actions, parameters, names of the model and
    LaTeX; what a formula says and why it holds; the way to a name's definition; mends for misspelt words.
    """
    try:
        from mathora.cli.lsp.server import serve
    except ModuleNotFoundError:
        raise click.UsageError(how_to_bring("lsp")) from None
    serve(options)

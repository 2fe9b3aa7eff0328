"""The protocol side of the language server, over standard input and output.

Source: Language Server Protocol 3.17. Texts are taken whole at each change: a plan is small, and
editors differ in what they call a line.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote, urlsplit
from urllib.request import url2pathname

from lsprotocol import types
from pygls.lsp.server import LanguageServer

from cchc import __version__
from cchc.app.validation import validate_unsaved
from cchc.errors import UserError
from cchc.lsp import completion, diagnostics, symbols
from cchc.lsp.hover import hover
from cchc.lsp.plan_text import PlanText
from cchc.model.finding import Diagnostic, Severity
from cchc.model.register import Register
from cchc.read.configuration import read_configuration
from cchc.read.files import read_text
from cchc.read.folders import HOLIDAYS, PLANS, REGISTER, RESERVED, find_root
from cchc.read.holidays import holidays_beside
from cchc.read.register import load_register, read_register
from cchc.read.workspace import plan_files
from cchc.rules._settings import Settings, settings

MANY = 500
"""Plans of a workspace that are still compared at each key."""
EVERYTHING = Settings(None, frozenset(), {}, Severity.ERROR)


class PlanServer(LanguageServer):
    """The open files and what is known of them."""

    def __init__(self) -> None:
        super().__init__(
            "cchc", __version__, text_document_sync_kind=types.TextDocumentSyncKind.Full
        )
        self.open: dict[str, PlanText] = {}
        self._told: set[str] = set()
        self._compared: dict[Path, list[Diagnostic]] = {}
        self._shown: dict[str, list[types.Diagnostic]] = {}

    def document(self, uri: str) -> PlanText | None:
        """Return the open file, or None for one that is no plan."""
        return self.open.get(uri)

    def take(self, uri: str, text: str) -> None:
        """Read the text of an open file and send what is wrong with it."""
        path = path_of(uri)
        if not is_workspace_file(path, text):
            self.forget(uri)
            return
        before = self.open.get(uri)
        self.open[uri] = PlanText(
            path,
            text,
            self._register(path),
            self._settings(path),
            before.plan if before else None,
            holidays_beside(path),
        )
        if path.name == REGISTER:
            for other, document in list(self.open.items()):
                if other != uri:
                    self.open[other] = replace(document, register=self._register(document.path))
        self._compare(path)
        for other, document in self.open.items():
            told = diagnostics.as_protocol(document, self.found(other))
            if other == uri or told != self._shown.get(other):
                self.show(other, told)

    def forget(self, uri: str) -> None:
        """Let go of a file that is closed, or that is none of ours."""
        if document := self.open.pop(uri, None):
            self._compared.pop(document.path, None)
        self.show(uri, [])
        self._shown.pop(uri, None)

    def found(self, uri: str) -> list[Diagnostic]:
        """Return what is wrong with an open file, beside the other plans of its workspace too."""
        document = self.open[uri]
        compared = self._compared.get(document.path)
        return document.found if compared is None else compared

    def _compare(self, path: Path) -> None:
        """Validate the open plans of the workspace of `path` beside its other plans.

        While an open register differs from the saved one, and where there are very many plans, each
        plan is judged by itself.
        """
        root = find_root(path.parent)
        home = root / PLANS
        plans = {
            one.path: one.text for one in self.open.values()
            if one.path.is_relative_to(home) and one.path.name not in RESERVED
        }  # fmt: skip
        for one in plans:
            self._compared.pop(one, None)
        changed = [one for one in self.open.values() if one.path == home / REGISTER]
        if not plans or any(one.text != read_text(one.path) for one in changed):
            return
        if len(plan_files(home)) > MANY:
            return
        with suppress(UserError):  # a plan above that cannot be read: `cchc validate` tells
            self._compared |= validate_unsaved(root, plans, self._settings(path) or EVERYTHING)

    def show(self, uri: str, found: list[types.Diagnostic]) -> None:
        """Send the diagnostics of a file."""
        self._shown[uri] = found
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, found))

    def _register(self, path: Path) -> Register | None:
        """Return the register of the workspace of `path`: as it is in the editor, or as saved."""
        beside = find_root(path.parent) / "plans" / REGISTER
        for document in self.open.values():
            if document.path == beside:
                return read_register(beside, document.text).register
        return load_register(beside).register if beside.exists() else None

    def _settings(self, path: Path) -> Settings | None:
        """Return what cchc.toml says; a mistake in it is told once, and then nothing is left out."""
        try:
            return settings(read_configuration(find_root(path.parent)))
        except UserError as error:
            told = str(error.message)
            if told not in self._told:
                self._told.add(told)
                self.window_show_message(
                    types.ShowMessageParams(types.MessageType.Error, f"cchc: {told}")
                )
            return None


def path_of(uri: str) -> Path:
    """Return the file that a `file:` address names; what is not saved yet has just a name."""
    parts = urlsplit(uri)
    return Path(url2pathname(unquote(parts.path)) if parts.scheme == "file" else parts.path)


def is_workspace_file(path: Path, text: str) -> bool:
    """Whether a file is a plan, a register or a list of days off, not some other YAML."""
    if path.name in (REGISTER, HOLIDAYS):
        return path.parent.name == "plans"
    return "plans" in path.parts or any(line.startswith("cchc:") for line in text.splitlines())


def build_server() -> PlanServer:
    """Return the server with its features."""
    server = PlanServer()

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def opened(params: types.DidOpenTextDocumentParams) -> None:
        server.take(params.text_document.uri, params.text_document.text)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def changed(params: types.DidChangeTextDocumentParams) -> None:
        uri = params.text_document.uri
        server.take(uri, server.workspace.get_text_document(uri).source)

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: types.DidCloseTextDocumentParams) -> None:
        server.forget(params.text_document.uri)

    @server.feature(
        types.TEXT_DOCUMENT_CODE_ACTION,
        types.CodeActionOptions([types.CodeActionKind.QuickFix, types.CodeActionKind.SourceFixAll]),
    )
    def code_actions(params: types.CodeActionParams) -> list[types.CodeAction]:
        uri = params.text_document.uri
        document = server.document(uri)
        if document is None:
            return []
        start = document.positions.offset(params.range.start)
        stop = document.positions.offset(params.range.end)
        found = diagnostics.actions(document, server.found(uri), start, stop, uri)
        only = params.context.only
        return [
            one for one in found
            if not only or any(str(one.kind or "").startswith(str(kind)) for kind in only)
        ]  # fmt: skip

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    def hovered(params: types.HoverParams) -> types.Hover | None:
        uri = params.text_document.uri
        document = server.document(uri)
        if document is None:
            return None
        text = hover(document, document.positions.offset(params.position), server.found(uri))
        return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, text)) if text else None

    @server.feature(
        types.TEXT_DOCUMENT_COMPLETION,
        types.CompletionOptions(trigger_characters=[" ", "[", ",", "-"]),
    )
    def completed(params: types.CompletionParams) -> list[types.CompletionItem]:
        document = server.document(params.text_document.uri)
        if document is None:
            return []
        return completion.complete(document, document.positions.offset(params.position))

    @server.feature(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
    def outlined(params: types.DocumentSymbolParams) -> list[types.DocumentSymbol]:
        document = server.document(params.text_document.uri)
        return symbols.outline(document) if document is not None else []

    @server.feature(types.TEXT_DOCUMENT_DEFINITION)
    def defined(params: types.DefinitionParams) -> types.Location | None:
        uri = params.text_document.uri
        document = server.document(uri)
        if document is None:
            return None
        area = symbols.definition(document, document.positions.offset(params.position))
        return types.Location(uri, area) if area is not None else None

    @server.feature(types.TEXT_DOCUMENT_REFERENCES)
    def referenced(params: types.ReferenceParams) -> list[types.Location]:
        uri = params.text_document.uri
        document = server.document(uri)
        if document is None:
            return []
        areas = symbols.references(
            document, document.positions.offset(params.position),
            declared=params.context.include_declaration,
        )  # fmt: skip
        return [types.Location(uri, area) for area in areas]

    return server


def serve() -> None:
    """Answer an editor until it ends the conversation."""
    build_server().start_io()

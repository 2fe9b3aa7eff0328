"""An editor for tests: it starts `cchc lsp` as a process and speaks the protocol with it."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path

from lsprotocol import types
from pygls.lsp.client import LanguageClient


class Editor:
    """One editor with one server."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.client = LanguageClient("tests", "1")
        self._arrived: dict[str, asyncio.Queue[list[types.Diagnostic]]] = {}
        self._version = 0

        @self.client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        def told(params: types.PublishDiagnosticsParams) -> None:
            self._queue(params.uri).put_nowait(list(params.diagnostics))

    def _queue(self, uri: str) -> asyncio.Queue[list[types.Diagnostic]]:
        return self._arrived.setdefault(uri, asyncio.Queue())

    async def start(self) -> types.InitializeResult:
        """Start the server and shake hands."""
        env = {**os.environ, "CCHC_LANG": "en"}
        await self.client.start_io(sys.executable, "-m", "cchc", "lsp", env=env)
        found = await self.client.initialize_async(
            types.InitializeParams(
                capabilities=types.ClientCapabilities(), root_uri=self.root.as_uri(),
                process_id=os.getpid(),
            )
        )  # fmt: skip
        self.client.initialized(types.InitializedParams())
        return found

    async def stop(self) -> None:
        """End the conversation as editors do."""
        await self.client.shutdown_async(None)
        self.client.exit(None)
        await self.client.stop()

    async def open(self, path: Path, text: str) -> list[types.Diagnostic]:
        """Open a file; return what the server says of it."""
        item = types.TextDocumentItem(path.as_uri(), "yaml", 0, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        return await self._queue(path.as_uri()).get()

    def close(self, path: Path) -> None:
        """Close a file."""
        which = types.TextDocumentIdentifier(path.as_uri())
        self.client.text_document_did_close(types.DidCloseTextDocumentParams(which))

    async def change(self, path: Path, text: str) -> list[types.Diagnostic]:
        """Type: the file has this text now; return what the server says of it."""
        self._version += 1
        which = types.VersionedTextDocumentIdentifier(self._version, path.as_uri())
        self.client.text_document_did_change(
            types.DidChangeTextDocumentParams(
                which, [types.TextDocumentContentChangeWholeDocument(text)]
            )
        )
        return await self._queue(path.as_uri()).get()


def with_editor(root: Path, work: Callable[[Editor], Awaitable[None]]) -> None:
    """Run `work` with an editor over the workspace `root`."""

    async def run() -> None:
        editor = Editor(root)
        await editor.start()
        try:
            await work(editor)
        finally:
            await editor.stop()

    asyncio.run(run())

"""A real editor: Neovim without a screen starts `cchc lsp`, opens a plan, breaks and mends it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys

SCRIPT = """
local function count()
  local found = vim.diagnostic.get(0, {severity = vim.diagnostic.severity.ERROR})
  local codes = {}
  for _, one in ipairs(found) do table.insert(codes, one.code) end
  return codes
end
local function settled(wanted)
  local ok = vim.wait(60000, function() return wanted(count()) end, 50)
  return {ok, count()}
end
vim.cmd("edit plans/phu-thinh.yaml")
local id = vim.lsp.start_client({cmd = CMD, root_dir = vim.fn.getcwd(), name = "cchc"})
vim.lsp.buf_attach_client(0, id)
local told = {}
vim.wait(60000, function() return #vim.diagnostic.get(0) > 0 end, 50)
told.opened = #vim.diagnostic.get(0)
local line = vim.fn.search("^year:")
vim.api.nvim_buf_set_lines(0, line - 1, line, false, {"year: hai nghìn"})
told.broken = settled(function(codes) return #codes > 0 end)
vim.api.nvim_buf_set_lines(0, line - 1, line, false, {"year: 2026"})
told.mended = settled(function(codes) return #codes == 0 end)
vim.fn.search("lead: ")
local position = {line = vim.fn.line(".") - 1, character = vim.fn.col(".")}
local where = {textDocument = {uri = vim.uri_from_bufnr(0)}, position = position}
local answers = vim.lsp.buf_request_sync(0, "textDocument/hover", where, 60000) or {}
for _, answer in pairs(answers) do told.hover = answer.result and answer.result.contents.value end
vim.fn.writefile({vim.fn.json_encode(told)}, "told.json")
vim.cmd("qall!")
"""


def test_neovim_opens_breaks_and_mends_a_plan(tmp_path, plans):
    shutil.copytree(plans, tmp_path / "plans")
    (tmp_path / "cchc.toml").write_text("")
    command = (
        "{" + ", ".join(json.dumps(word) for word in [sys.executable, "-m", "cchc", "lsp"]) + "}"
    )
    (tmp_path / "script.lua").write_text(SCRIPT.replace("CMD", command))
    subprocess.run(
        ["nvim", "--headless", "--clean", "-c", "luafile script.lua", "-c", "qall!"],
        cwd=tmp_path, env={**os.environ, "CCHC_LANG": "en"}, check=True,
    )  # fmt: skip
    told = json.loads((tmp_path / "told.json").read_text())
    assert told["opened"] > 0
    assert told["broken"][0]
    assert "S" in told["broken"][1][0]
    assert told["mended"][0]
    assert "lead" in told["hover"]

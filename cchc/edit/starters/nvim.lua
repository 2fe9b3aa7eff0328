-- Neovim 0.11 or later, with "exrc" on: it asks once whether this file may be read.
vim.lsp.config("cchc", {
  cmd = { "cchc", "lsp" },
  filetypes = { "yaml" },
  root_markers = { "cchc.toml" },
})
vim.lsp.enable("cchc")

# Completion of cchc for PowerShell: cchc completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName cchc -ScriptBlock {
    param($begun, $command, $cursor)
    $before = @($command.CommandElements | Select-Object -Skip 1 |
        Where-Object { $_.Extent.EndOffset -lt $cursor } |
        ForEach-Object { if ($null -ne $_.Value) { "$($_.Value)" } else { "$_" } })
    $encoding = [Console]::OutputEncoding
    try {
        [Console]::OutputEncoding = [Text.Encoding]::UTF8
        $found = @(& cchc __complete powershell ":$begun" @before 2>$null)
    } finally {
        [Console]::OutputEncoding = $encoding
    }
    if ($found.Count -and $found[0] -eq '/') { return } # files fit: PowerShell offers them itself
    foreach ($line in $found) {
        $word, $about = $line -split "`t", 2
        if (-not $about) { $about = $word }
        $text = if ($word -match '[\s''"`$&|;<>(){}@#,]') { "'" + ($word -replace "'", "''") + "'" } else { $word }
        [System.Management.Automation.CompletionResult]::new($text, $word, 'ParameterValue', $about)
    }
}

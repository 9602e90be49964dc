import type { CompletedCommand, CompletedOption } from './completed.ts';

/** Completion for PowerShell 5.1 and newer; PowerShell completes file names itself when nothing else is offered. */
export function powershellScript(commands: readonly CompletedCommand[]): string {
  return `Register-ArgumentCompleter -Native -CommandName terraform-ecr -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $commands = [ordered]@{
${commands.map(entryOf).join('\n')}
  }
  $words = @($commandAst.CommandElements | ForEach-Object { $_.ToString() })
  if ($wordToComplete -ne '') { $words = @($words | Select-Object -SkipLast 1) }
  if ($words.Count -lt 2) {
    $found = @($commands.Keys | ForEach-Object { ,@($_, $commands[$_].help) }) + ,@('--help', 'help') + ,@('--version', 'version')
  } else {
    $command = $commands[$words[1]]
    if ($null -eq $command) { return }
    $option = $command.options[$words[-1]]
    if ($null -ne $option -and $option.takes) { $found = @($option.words | ForEach-Object { ,@($_, $_) }) }
    elseif ($wordToComplete -like '-*') { $found = @($command.options.Keys | ForEach-Object { ,@($_, $command.options[$_].help) }) }
    else { $found = @($command.words | ForEach-Object { ,@($_, $_) }) }
  }
  $found | Where-Object { $_[0] -like "$wordToComplete*" } | ForEach-Object {
    [System.Management.Automation.CompletionResult]::new($_[0], $_[0], 'ParameterValue', $_[1])
  }
}`;
}

function entryOf({ name, help, words, options }: CompletedCommand): string {
  const entries = options.map(optionEntry).join('; ');
  return `    ${quoted(name)} = @{ help = ${quoted(help)}; words = ${list(words)}; options = [ordered]@{ ${entries} } }`;
}

function optionEntry({ name, takes, help, words }: CompletedOption): string {
  const isTaking = takes === null ? '$false' : '$true';
  return `${quoted(name)} = @{ help = ${quoted(help)}; takes = ${isTaking}; words = ${list(words)} }`;
}

function list(words: readonly string[]): string {
  return `@(${words.map(quoted).join(', ')})`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

import { CHECK } from './checkCommand.ts';
import type { CommandSpec } from './commandSpec.ts';
import { IMPORT } from './importCommand.ts';
import { EXPLAIN, LIST, RENDER, SIMULATE } from './policyCommands.ts';
import { REVIEW } from './reviewCommand.ts';

export const RULES: CommandSpec = {
  name: 'rules',
  argument: '[ID]',
  offers: 'rule',
  summary: "the catalog of rules, or one rule's page",
  title: 'terraform-ecr rules lists the rules, or prints the page of one.',
  usages: ['rules [ID] [--format text|json]'],
  about: [],
  options: [
    { name: 'format', takes: 'FORMAT', values: ['text', 'json'], fallback: 'text', help: 'how they are printed' },
  ],
  after: ['Exit status: 0 printed, 2 wrong use.'],
};

export const SHELLS = ['bash', 'zsh', 'fish', 'powershell'] as const;

export const COMPLETION: CommandSpec = {
  name: 'completion',
  argument: 'SHELL',
  values: SHELLS,
  summary: 'completion of commands and options for bash, zsh, fish or PowerShell',
  title: 'terraform-ecr completion prints what a shell needs to complete commands, options and their values.',
  usages: [`completion ${SHELLS.join('|')}`],
  about: [
    'bash: eval "$(terraform-ecr completion bash)" in ~/.bashrc',
    'zsh: eval "$(terraform-ecr completion zsh)" in ~/.zshrc, after compinit',
    'fish: terraform-ecr completion fish > ~/.config/fish/completions/terraform-ecr.fish',
    'PowerShell: terraform-ecr completion powershell | Out-String | Invoke-Expression in $PROFILE',
  ],
  options: [],
  after: ['Exit status: 0 printed, 2 wrong use.'],
};

export const INIT: CommandSpec = {
  name: 'init',
  argument: '',
  summary: 'a commented .terraform-ecr.json in the working directory',
  title: 'terraform-ecr init writes a .terraform-ecr.json whose comments say what can be set.',
  usages: ['init'],
  about: ['It changes nothing until a comment is removed. An existing file stays as it is.'],
  options: [],
  after: ['Exit status: 0 written, 2 wrong use, or a file that already exists or cannot be written.'],
};

export const NEW: CommandSpec = {
  name: 'new',
  argument: 'module [FOLDER]',
  values: ['module'],
  summary: 'a module for repositories of your own and a call of it',
  title: 'terraform-ecr new module prints a module for repositories and a call of it, or writes them into a folder.',
  usages: ['new module', 'new module FOLDER'],
  about: [
    'The folder gets modules/ecr/main.tf, variables.tf and outputs.tf, and the call in ecr.tf. If one of them exists, nothing is written.',
  ],
  options: [],
  after: ['Exit status: 0 printed or written, 2 wrong use, or a file that already exists or cannot be written.'],
};

export const LSP: CommandSpec = {
  name: 'lsp',
  argument: '--stdio',
  summary: 'the language server, for editors',
  title: 'terraform-ecr lsp serves an editor.',
  usages: ['lsp --stdio'],
  about: [],
  options: [{ name: 'stdio', takes: null, help: 'speak over standard input and output' }],
  after: [],
};

export const MCP: CommandSpec = {
  name: 'mcp',
  argument: '',
  summary: 'the same answers for agents, by the Model Context Protocol over stdio',
  title: 'terraform-ecr mcp answers agents by the Model Context Protocol, over standard input and output.',
  usages: ['mcp'],
  about: [
    'Its tools check, fix, explain, render, simulate, who_may_pull, guarantees and review read the git work tree around the working directory, or the working directory, and write nothing.',
    'It needs the file terraform-ecr-mcp.cjs next to the command line.',
  ],
  options: [],
  after: ['Exit status: 0 the client has disconnected, 2 wrong use, or the file is missing.'],
};

/** Every command, in the order of help. */
export const COMMANDS: readonly CommandSpec[] = [
  CHECK,
  SIMULATE,
  RENDER,
  EXPLAIN,
  REVIEW,
  IMPORT,
  LIST,
  RULES,
  NEW,
  INIT,
  COMPLETION,
  MCP,
  LSP,
];

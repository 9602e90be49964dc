import { describe, expect, it } from 'vitest';
import type { BlockDeclaration } from '../../../server/src/module/declarations/declarations.ts';
import type { Module } from '../../../server/src/module/module.ts';
import { DeclarationResults } from '../../../server/src/module/tracking/declarationResults.ts';
import { RecordingScope } from '../../../server/src/module/tracking/recordingScope.ts';
import { Workspace } from '../../../server/src/module/workspace.ts';

const MAIN = `variable "x" {}

locals {
  first = 1
}

resource "aws_ecr_repository" "a" {
  name = "a"
}
`;

type Question = (module: Module) => unknown;
type Change = (workspace: Workspace) => void;

const put =
  (uri: string, text: string | null): Change =>
  (workspace) =>
    workspace.setDiskFile(uri, text);

const added = put('d/new.tf', 'locals {\n  second = 2\n}\n\nresource "aws_ecr_repository" "b" {}\n');
const gone = put('d/new.tf', null);
const overridden = put('d/main_override.tf', 'resource "aws_ecr_repository" "a" {\n  name = "b"\n}\n');
const notOverridden = put('d/main_override.tf', null);
const typed = put('d/main.tf', MAIN.replace('"a"\n}', '"ab"\n}'));
const asBefore = put('d/main.tf', MAIN);

const isRepository = ({ labels }: BlockDeclaration) => labels[0] === 'aws_ecr_repository';
const isLambda = ({ labels }: BlockDeclaration) => labels[0] === 'aws_lambda_function';
const firstPiece = ({ files }: Module) => files[0]?.syntax.pieces[0]?.piece;
const moved = MAIN.split('\n\n').toReversed().join('\n\n');

/** What can be asked of a module or of what is around it, with a change that answers otherwise, and one back. */
const ROWS: Readonly<Record<string, readonly [Question, Change, Change]>> = {
  version: [({ version }) => version, typed, asBefore],
  'what may be unknown': [
    ({ isOpen }) => isOpen,
    (workspace) => workspace.setListed('d', false),
    (workspace) => workspace.setListed('d', true),
  ],
  'what may be overridden': [
    ({ mayBeOverridden }) => mayBeOverridden,
    (workspace) => workspace.setUnreadable('d/main_override.tf'),
    (workspace) => workspace.setDiskFile('d/main_override.tf', null),
  ],
  files: [({ files }) => files.length, added, gone],
  'text of files': [({ files }) => files.map(({ syntax }) => syntax.text).join(''), typed, asBefore],
  'names of files': [({ uris }) => uris.length, added, gone],
  length: [({ length }) => length, typed, asBefore],
  'one file': [(module) => module.file('d/new.tf') !== undefined, added, gone],
  'text of one file': [(module) => module.file('d/main.tf')?.syntax.text, typed, asBefore],
  'whether a file is there': [(module) => module.has('d/new.tf'), added, gone],
  'files that are left out': [
    ({ leavesOutFiles }) => leavesOutFiles,
    put('d/main.tofu', MAIN),
    put('d/main.tofu', null),
  ],
  'declarations of a piece': [
    (module) => {
      const piece = firstPiece(module);
      return piece && module.declarations(piece).blocks[0]?.address;
    },
    put('d/main.tf', `variable "y" {}\n\n${MAIN}`),
    asBefore,
  ],
  'blocks at an address': [(module) => module.blocks('aws_ecr_repository.b').length, added, gone],
  'the block at an address': [(module) => module.blocks('aws_ecr_repository.a')[0], typed, asBefore],
  'the block at an address as overridden': [
    (module) => module.blocks('aws_ecr_repository.a')[0],
    overridden,
    notOverridden,
  ],
  overrides: [(module) => module.overridesAt('aws_ecr_repository.a').length, overridden, notOverridden],
  'version of overrides': [({ overrideVersion }) => overrideVersion, overridden, notOverridden],
  'all blocks': [(module) => module.allBlocks().length, added, gone],
  'all blocks as overridden': [(module) => module.allBlocks().at(-1), overridden, notOverridden],
  'order of blocks': [(module) => module.allBlocks()[0]?.address, put('d/main.tf', moved), asBefore],
  'blocks of some kinds': [(module) => module.blocksWhich(isRepository).length, added, gone],
  'content of blocks of some kinds': [(module) => module.blocksWhich(isRepository)[0], typed, asBefore],
  'blocks of some kinds as overridden': [(module) => module.blocksWhich(isRepository)[0], overridden, notOverridden],
  'order of blocks of some kinds': [
    (module) => module.blocksWhich(isRepository)[0]?.address,
    put('d/a.tf', 'resource "aws_ecr_repository" "before" {}\n'),
    put('d/a.tf', null),
  ],
  'blocks of kinds that are not there': [
    (module) => module.blocksWhich(isLambda).length,
    put('d/new.tf', 'resource "aws_lambda_function" "f" {}\n'),
    gone,
  ],
  'all locals': [(module) => module.allLocals().length, added, gone],
  'order of locals': [
    (module) => module.allLocals()[0]?.name,
    put('d/a.tf', 'locals {\n  before = 1\n}\n'),
    put('d/a.tf', null),
  ],
  'whether there is a local': [(module) => module.hasLocal('second'), added, gone],
  'a local': [
    (module) => module.localDeclaration('first'),
    put('d/main.tf', MAIN.replace('first = 1', 'first = 2')),
    asBefore,
  ],
  'a local that is declared twice': [
    (module) => module.localDeclaration('first'),
    put('d/new.tf', 'locals {\n  first = 2\n}\n'),
    gone,
  ],
  'a value in a file of variables': [
    (module) => module.assumedVariable('x') === null,
    put('d/terraform.tfvars', 'x = 1\n'),
    put('d/terraform.tfvars', null),
  ],
  'syntax of another module': [
    (module) => module.syntaxOf('other/main.tf') === undefined,
    put('other/main.tf', MAIN),
    put('other/main.tf', null),
  ],
  'version of all': [({ environment }) => environment.version, put('other/main.tf', MAIN), put('other/main.tf', null)],
  'all modules': [
    ({ environment }) => environment.modules.length,
    put('other/main.tf', MAIN),
    put('other/main.tf', null),
  ],
  'a module': [
    ({ environment }) => environment.moduleAt('other') === undefined,
    put('other/main.tf', MAIN),
    put('other/main.tf', null),
  ],
  'the content of another module': [
    ({ environment }) => environment.moduleAt('content')?.blocks('aws_ecr_repository.a')[0],
    put('content/main.tf', MAIN),
    put('content/main.tf', ''),
  ],
  'the module of a file': [
    ({ environment }) => environment.moduleOf('other/x.tf') === undefined,
    put('other/main.tf', MAIN),
    put('other/main.tf', null),
  ],
  'a text that is read': [
    ({ environment }) => environment.fileAt('d/policy.json').kind,
    (workspace) => workspace.setAttachedFile('d/policy.json', '{}'),
    (workspace) => workspace.setAttachedFile('d/policy.json', { kind: 'missing' }),
  ],
  'a text that was read': [
    ({ environment }) => environment.attachedAt('d/policy.json') === undefined,
    (workspace) => workspace.setAttachedFile('d/policy.json', '{}'),
    (workspace) => workspace.setAttachedFile('d/policy.json', { kind: 'missing' }),
  ],
  'settings of a folder': [
    ({ environment }) => environment.settingsFor('d/main.tf') === null,
    put('d/.terraform-ecr.json', '{}'),
    put('d/.terraform-ecr.json', null),
  ],
  'whether a module is called': [
    ({ environment }) => environment.isCalled('d'),
    put('other/main.tf', 'module "d" {\n  source = "../d"\n}\n'),
    put('other/main.tf', null),
  ],
};

const perBlock = new DeclarationResults<unknown>();

/** The ways in which an answer may depend on another one. */
const WAYS: Readonly<Record<string, (question: Question, module: Module, scope: RecordingScope) => unknown>> = {
  'asked directly': (question, _module, scope) => scope.ask(question),
  'remembered by the module': (question, _module, scope) => scope.ask((one) => one.remember(question)),
  'remembered because of what is remembered': (question, _module, scope) => {
    const outer = (one: Module) => ({ inner: one.remember(question) });
    return scope.ask((one) => one.remember(outer));
  },
  'found for a block': (question, module, scope) => {
    const [block] = module.blocks('aws_ecr_repository.a');
    const conclude = (inner: RecordingScope) => inner.ask(question);
    return scope.ask((one) => (block === undefined ? null : perBlock.resultOf(one, block, conclude)));
  },
  'asked by a scope inside a question': (question, _module, scope) =>
    scope.ask((one) => new RecordingScope(one).ask(question)),
  'kept by a scope inside a question': (question, module, scope) => {
    const inner = new RecordingScope(module);
    inner.ask(question);
    scope.ask(() => inner.isCurrent());
    return scope.ask(() => inner.isCurrent());
  },
};

function begun(): { readonly workspace: Workspace; readonly module: Module } {
  const workspace = new Workspace();
  workspace.setListed('d', true);
  workspace.setDiskFile('d/main.tf', MAIN);
  // Without another file, the module would end where one file replaces another.
  workspace.setDiskFile('d/other.tf', '');
  workspace.setDiskFile('content/main.tf', '');
  workspace.setAttachedFile('d/policy.json', { kind: 'missing' });
  const module = workspace.moduleOf('d/main.tf');
  if (module === undefined) throw new Error('the module is missing');
  return { workspace, module };
}

describe.each(Object.entries(WAYS))('an answer that is %s', (_, askIn) => {
  it.each(Object.entries(ROWS))('is not kept when what it depends on changes, there and back: %s', (_name, row) => {
    const [question, ...changes] = row;
    const { workspace, module } = begun();
    for (const change of changes) {
      const scope = new RecordingScope(module);
      askIn(question, module, scope);
      expect(scope.isCurrent()).toBe(true);
      change(workspace);
      expect(scope.isCurrent()).toBe(false);
    }
  });
});

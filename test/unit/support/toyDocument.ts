import type { DocumentChange } from '../../../server/src/ecr/documents/documentChange.ts';
import type { PolicyObject } from '../../../server/src/ecr/documents/documentNodes.ts';
import { documentSourceOf } from '../../../server/src/ecr/documents/documentSource.ts';
import type { HandedOver } from '../../../server/src/ecr/documents/handedOver.ts';
import { readHandedOver } from '../../../server/src/ecr/documents/handedOver.ts';
import { knownJson } from '../../../server/src/ecr/documents/spelling/json/knownJson.ts';
import type { BlockDeclaration } from '../../../server/src/module/declarations/declarations.ts';
import type { Module } from '../../../server/src/module/module.ts';
import { RecordingScope } from '../../../server/src/module/tracking/recordingScope.ts';
import { Workspace } from '../../../server/src/module/workspace.ts';
import { applyEdits, editsOf } from '../../../server/src/service/fixes/fixEdits.ts';
import type { JsonValue } from '../../../server/src/syntax/edit/term.ts';
import { TOY } from './toyVocabulary.ts';

const MAIN = 'file:///module/main.tf';

/** A resource that takes a toy. */
export function toyResource(value: string): string {
  return `resource "aws_ecr_repository_policy" "p" {\n  policy = ${value}\n}\n`;
}

/** The data source of toys, and a resource that uses its output. */
export function toyOfBlocks(body: string): string {
  return `data "aws_ecr_toy_document" "d" {\n${body}\n}\n${toyResource('data.aws_ecr_toy_document.d.json')}`;
}

export interface OpenToy {
  readonly module: Module;
  readonly toy: HandedOver;
  readonly root: PolicyObject;
}

/** The only toy that a module sets. */
export function openToy(text: string): OpenToy {
  const module = moduleOf(text);
  const scope = new RecordingScope(module);
  const toys = module.allBlocks().flatMap((owner) => {
    const source = documentSourceOf(owner, TOY);
    const groups = source === undefined ? [] : readHandedOver(owner, source, TOY, scope);
    return groups.flatMap(({ documents }) => documents);
  });
  const [toy, ...others] = toys;
  const root = toy?.spelling.root;
  if (toy === undefined || root?.kind !== 'object' || others.length > 0) throw new Error('there is one toy');
  return { module, toy, root };
}

export function moduleOf(text: string): Module {
  const workspace = new Workspace();
  workspace.openDocument(MAIN, text);
  const module = workspace.moduleOf(MAIN);
  if (module === undefined) throw new Error('the document is open');
  return module;
}

/** The block of a module with that address. */
export function blockIn(module: Module, address: string): BlockDeclaration {
  const [block] = module.blocks(address);
  if (block === undefined) throw new Error(`no ${address}`);
  return block;
}

/** The content of a module's toy; undefined when unknown. */
export function toyIn(text: string): JsonValue | undefined {
  return knownJson(openToy(text).root);
}

/** The text after a change of its toy; null when it cannot be written. */
export function changedToy(text: string, change: (root: PolicyObject) => DocumentChange): string | null {
  const { module, root } = openToy(text);
  const edits = editsOf(module, { title: '', kind: 'one', changes: [change(root)] });
  return edits === null ? null : (applyEdits(text, edits.get(MAIN) ?? []) ?? 'overlapping edits');
}

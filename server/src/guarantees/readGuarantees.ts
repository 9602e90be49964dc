import { findNodeAtLocation } from 'jsonc-parser';
import type { JsonNode } from '../embedded/jsonDocument.ts';
import type { SettingsFile } from '../module/sources/settingsFile.ts';
import type { RecordingScope } from '../module/tracking/recordingScope.ts';
import { sourceOf } from '../syntax/tree/mappedText.ts';
import type { Guarantee } from './guarantee.ts';

const known = new WeakMap<SettingsFile, readonly Guarantee[]>();

/** The guarantees of a settings file; invalid entries are ignored. */
export function guaranteesIn(file: SettingsFile): readonly Guarantee[] {
  const found = known.get(file) ?? readAll(file);
  known.set(file, found);
  return found;
}

/** The guarantees that apply to the resources of a scope's module, as called from its root. */
export function guaranteesFor(scope: RecordingScope): readonly Guarantee[] {
  const { uris } = scope.root.module;
  const file = scope.ask(({ environment }) => environment.settingsFor(uris[0] ?? ''));
  return file === null ? [] : guaranteesIn(file);
}

function readAll(file: SettingsFile): readonly Guarantee[] {
  const { root } = file.document;
  const list = root?.type === 'object' ? findNodeAtLocation(root, ['keep']) : undefined;
  const entries = list?.type === 'array' ? (list.children ?? []) : [];
  return entries.flatMap((entry, index) => readOne(entry, index, file) ?? []);
}

function readOne(entry: JsonNode, index: number, { document: { mapped } }: SettingsFile): Guarantee | null {
  if (entry.type !== 'object') return null;
  const at = (key: string) => findNodeAtLocation(entry, [key]);
  const tags = textsIn(at('tags'));
  const [newest, days] = [limitIn(at('newest')), limitIn(at('days'))];
  if (tags.length === 0 || (newest === null && days === null)) return null;
  const pattern = at('repositories');
  const opening = sourceOf(mapped, entry.offset, entry.offset + 1);
  return {
    index,
    repositories: textIn(pattern) ?? '*',
    tags,
    promise: {
      covered: tags.map((text) => ({ kind: 'tagged', entries: [{ kind: 'pattern', text }] })),
      newest,
      days,
      forbidsArchive: textIn(at('archive')) === 'forbidden',
    },
    reason: textIn(at('reason')),
    place: opening,
    repositoriesPlace:
      pattern === undefined ? opening : sourceOf(mapped, pattern.offset, pattern.offset + pattern.length),
  };
}

function textIn(node: JsonNode | undefined): string | null {
  const value: unknown = node?.value;
  return typeof value === 'string' ? value : null;
}

function textsIn(node: JsonNode | undefined): readonly string[] {
  return node?.type === 'array' ? (node.children ?? []).flatMap((item) => textIn(item) ?? []) : [];
}

/** A whole number, 1 or more; null for anything else. */
function limitIn(node: JsonNode | undefined): number | null {
  const value: unknown = node?.value;
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 ? value : null;
}

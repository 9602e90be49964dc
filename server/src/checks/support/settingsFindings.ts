import { nearestName } from '../../ecr/nearestName.ts';
import type { JsonNode } from '../../embedded/jsonDocument.ts';
import { renamedRule } from '../../facts/product/renamedRules.ts';
import type { SettingsFile } from '../../module/sources/settingsFile.ts';
import { sourceOf } from '../../syntax/tree/mappedText.ts';
import type { Finding } from '../check.ts';

/** The problems of a settings file. Every message says that an invalid entry is ignored. */
export class SettingsFindings {
  /** The names in each object, which each unknown one is compared with. */
  readonly #names = new Map<JsonNode, ReadonlySet<unknown>>();
  readonly #file: SettingsFile;

  constructor(file: SettingsFile) {
    this.#file = file;
  }

  *checkStrings(node: JsonNode, message: string): Iterable<Finding> {
    if (node.type !== 'array') yield this.wrong(node, message);
    else for (const item of node.children ?? []) yield* this.checkString(item, 'A pattern must be a string.');
  }

  *checkString(node: JsonNode, message: string): Iterable<Finding> {
    if (node.type !== 'string') yield this.wrong(node, message);
  }

  unknown(object: JsonNode, key: JsonNode, what: string, candidates: readonly string[]): Finding {
    const near = this.freeName(object, nearWord(key, candidates));
    return this.wrong(key, `There is no ${what} "${String(key.value)}".`, near);
  }

  /** The name, unless the object already has it. */
  freeName(object: JsonNode, name: string | undefined): string | undefined {
    if (name === undefined) return undefined;
    const names = this.#names.get(object) ?? new Set(propertiesOf(object).map(([other]) => other.value));
    this.#names.set(object, names);
    return names.has(name) ? undefined : name;
  }

  /** An unknown rule id: an old one, or a misspelled one that `near` may replace. */
  unknownRule(node: JsonNode, near: string | undefined): Finding {
    const id = String(node.value);
    const renamed = renamedRule(id);
    if (renamed === undefined) return this.wrong(node, `There is no rule "${id}".`, near);
    const message = `${id} is now called ${renamed}. Until the settings use the new id, the entry is ignored.`;
    return this.#replaceable(node, message, near);
  }

  wrong(node: JsonNode, message: string, near?: string): Finding {
    const rest = near === undefined ? 'It is ignored.' : `Did you mean ${JSON.stringify(near)}?`;
    return this.#replaceable(node, `${message} ${rest}`, near);
  }

  /** A finding, with a fix that writes `near` if there is one. */
  #replaceable(node: JsonNode, message: string, near: string | undefined): Finding {
    const { document } = this.#file;
    const [start, end] = [node.offset, node.offset + node.length];
    const place = sourceOf(document.mapped, start, end);
    if (near === undefined) return { place, message };
    const text = JSON.stringify(near);
    return {
      place,
      message,
      fixes: [
        {
          title: `Replace with ${text}`,
          kind: 'one',
          changes: [{ kind: 'replace-json-text', document, start, end, text }],
        },
      ],
    };
  }
}

/** The members of an object that have a value: key and value. */
export function propertiesOf(object: JsonNode): [JsonNode, JsonNode][] {
  return (object.children ?? []).flatMap(({ children }): [JsonNode, JsonNode][] => {
    const [key, value] = children ?? [];
    return key === undefined || value === undefined ? [] : [[key, value]];
  });
}

/** The most likely intended word: a similar one, or the only one that shares its beginning (`warn`). */
export function nearWord({ value }: JsonNode, candidates: readonly string[]): string | undefined {
  if (typeof value !== 'string') return undefined;
  const near = nearestName(value, candidates);
  if (near !== undefined || value.length < 3) return near;
  const related = candidates.filter((candidate) => candidate.startsWith(value) || value.startsWith(candidate));
  return related.length === 1 ? related[0] : undefined;
}

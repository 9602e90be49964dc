import { nearestName } from '../../ecr/nearestName.ts';
import type { JsonNode } from '../../embedded/jsonDocument.ts';
import { renamedRule } from '../../facts/product/renamedRules.ts';
import { IGNORE_KEYS, SETTINGS_KEYS, SEVERITY_WORDS } from '../../facts/product/settingsKeys.ts';
import type { SettingsFile } from '../../module/sources/settingsFile.ts';
import { sourceOf } from '../../syntax/tree/mappedText.ts';
import type { Finding, SettingsCheck } from '../check.ts';

export const settingsInvalid: SettingsCheck = {
  subject: 'settings',
  id: 'settings-invalid',
  title: 'The settings file says something that means nothing',
  severity: 'warning',
  *check(file, ruleIds) {
    const { root, problems } = file.document;
    const [problem] = problems;
    const isBlank = file.document.mapped.text.trim() === '';
    if (problem !== undefined && !isBlank) {
      yield {
        place: sourceOf(file.document.mapped, problem.start, problem.end),
        message: 'The settings are not JSON from here on, and what follows may not count.',
      };
    }
    if (root !== null) yield* new SettingsReader(file, ruleIds).checkRoot(root);
  },
};

/** Each kind of value has its check; what is wrong counts as not written, which every message says. */
class SettingsReader {
  readonly #file: SettingsFile;
  readonly #ruleIds: readonly string[];

  constructor(file: SettingsFile, ruleIds: readonly string[]) {
    this.#file = file;
    this.#ruleIds = ruleIds;
  }

  *checkRoot(root: JsonNode): Iterable<Finding> {
    if (root.type !== 'object') {
      yield this.#wrong(root, 'The settings must be an object in braces.');
      return;
    }
    for (const [key, value] of propertiesOf(root)) {
      const name: unknown = key.value;
      if (!SETTINGS_KEYS.some((known) => known === name)) yield this.#unknown(root, key, 'setting', SETTINGS_KEYS);
      else if (name === 'rules') yield* this.#checkRules(value);
      else if (name === 'ignore') yield* this.#checkIgnore(value);
      else if (name === '$schema') yield* this.#checkString(value, '$schema must be a string.');
      else yield* this.#checkStrings(value, `${String(name)} must be a list of patterns.`);
    }
  }

  *#checkRules(node: JsonNode): Iterable<Finding> {
    if (node.type !== 'object') {
      yield this.#wrong(node, 'rules must be an object of rule ids and severities.');
      return;
    }
    for (const [key, value] of propertiesOf(node)) {
      if (!this.#ruleIds.includes(String(key.value))) {
        const near = renamedRule(String(key.value)) ?? nearWord(key, this.#ruleIds);
        yield this.#unknownRule(key, this.#freeName(node, near));
      } else if (!SEVERITY_WORDS.some((word) => word === value.value)) {
        yield this.#wrong(
          value,
          'A severity is "error", "warning", "info", "hint" or "off".',
          nearWord(value, SEVERITY_WORDS),
        );
      }
    }
  }

  *#checkIgnore(node: JsonNode): Iterable<Finding> {
    if (node.type !== 'array') {
      yield this.#wrong(node, 'ignore must be a list of objects with files and rules.');
      return;
    }
    for (const entry of node.children ?? []) {
      if (entry.type === 'object') yield* this.#checkIgnoreEntry(entry);
      else yield this.#wrong(entry, 'An entry of ignore must be an object with files and rules.');
    }
  }

  *#checkIgnoreEntry(entry: JsonNode): Iterable<Finding> {
    const names = new Set<unknown>();
    for (const [key, value] of propertiesOf(entry)) {
      names.add(key.value);
      if (key.value === 'files') yield* this.#checkString(value, 'files must be one pattern.');
      else if (key.value === 'reason') yield* this.#checkString(value, 'reason must be a string.');
      else if (key.value === 'rules') yield* this.#checkRuleIds(value);
      else yield this.#unknown(entry, key, 'key', IGNORE_KEYS);
    }
    const missing = ['files', 'rules'].filter((name) => !names.has(name));
    const isMisspelt = [...names].some((name) => missing.includes(nearestName(String(name), IGNORE_KEYS) ?? ''));
    if (missing.length === 0 || isMisspelt) return;
    const opening = { ...entry, length: 1 };
    yield this.#wrong(opening, `This entry silences nothing without ${missing.join(' and ')}.`);
  }

  *#checkRuleIds(node: JsonNode): Iterable<Finding> {
    if (node.type !== 'array') {
      yield this.#wrong(node, 'rules must be a list of rule ids here.');
      return;
    }
    for (const item of node.children ?? []) {
      if (this.#ruleIds.some((id) => id === item.value)) continue;
      if (typeof item.value === 'string')
        yield this.#unknownRule(item, renamedRule(item.value) ?? nearWord(item, this.#ruleIds));
      else yield this.#wrong(item, 'A rule id is a string.');
    }
  }

  *#checkStrings(node: JsonNode, message: string): Iterable<Finding> {
    if (node.type !== 'array') yield this.#wrong(node, message);
    else for (const item of node.children ?? []) yield* this.#checkString(item, 'A pattern must be a string.');
  }

  *#checkString(node: JsonNode, message: string): Iterable<Finding> {
    if (node.type !== 'string') yield this.#wrong(node, message);
  }

  #unknown(object: JsonNode, key: JsonNode, what: string, candidates: readonly string[]): Finding {
    const near = this.#freeName(object, nearWord(key, candidates));
    return this.#wrong(key, `There is no ${what} "${String(key.value)}".`, near);
  }

  /** The name, unless the object has it already. */
  #freeName(object: JsonNode, name: string | undefined): string | undefined {
    return propertiesOf(object).some(([other]) => other.value === name) ? undefined : name;
  }

  /** Not the name of a rule: an old one, or a misspelt one that `near` may replace. */
  #unknownRule(node: JsonNode, near: string | undefined): Finding {
    const id = String(node.value);
    const renamed = renamedRule(id);
    if (renamed === undefined) return this.#wrong(node, `There is no rule "${id}".`, near);
    const message = `${id} is now called ${renamed}. Until the settings say so, it counts as not written.`;
    return this.#replaceable(node, message, near);
  }

  #wrong(node: JsonNode, message: string, near?: string): Finding {
    const rest = near === undefined ? 'It counts as not written.' : `Did you mean ${JSON.stringify(near)}?`;
    return this.#replaceable(node, `${message} ${rest}`, near);
  }

  /** A finding with the fix that writes `near`, where there is one. */
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
function propertiesOf(object: JsonNode): [JsonNode, JsonNode][] {
  return (object.children ?? []).flatMap(({ children }): [JsonNode, JsonNode][] => {
    const [key, value] = children ?? [];
    return key === undefined || value === undefined ? [] : [[key, value]];
  });
}

/** The word that is most likely meant: a near one, or the only one that it begins or that begins it (`warn`). */
function nearWord({ value }: JsonNode, candidates: readonly string[]): string | undefined {
  if (typeof value !== 'string') return undefined;
  const near = nearestName(value, candidates);
  if (near !== undefined || value.length < 3) return near;
  const related = candidates.filter((candidate) => candidate.startsWith(value) || value.startsWith(candidate));
  return related.length === 1 ? related[0] : undefined;
}

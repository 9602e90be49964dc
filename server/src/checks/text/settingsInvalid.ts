import { nearestName } from '../../ecr/nearestName.ts';
import type { JsonNode } from '../../embedded/jsonDocument.ts';
import { renamedRule } from '../../facts/product/renamedRules.ts';
import { IGNORE_KEYS, RULE_SETS, SETTINGS_KEYS, SEVERITY_WORDS } from '../../facts/product/settingsKeys.ts';
import type { SettingsFile } from '../../module/sources/settingsFile.ts';
import { sourceOf } from '../../syntax/tree/mappedText.ts';
import type { Finding, SettingsCheck } from '../check.ts';
import { guaranteesOfNothing, keepProblems } from '../support/keepProblems.ts';
import { nearWord, propertiesOf, SettingsFindings } from '../support/settingsFindings.ts';

export const settingsInvalid: SettingsCheck = {
  subject: 'settings',
  id: 'settings-invalid',
  title: 'Invalid entry in the settings file',
  severity: 'warning',
  *check(file, ruleIds, repositories) {
    const { root, problems } = file.document;
    const [problem] = problems;
    const isBlank = file.document.mapped.text.trim() === '';
    if (problem !== undefined && !isBlank) {
      yield {
        place: sourceOf(file.document.mapped, problem.start, problem.end),
        message: 'The settings are not JSON from here on, and what follows may be ignored.',
      };
    }
    if (root !== null) yield* new SettingsReader(file, ruleIds).checkRoot(root);
    yield* guaranteesOfNothing(file, repositories);
  },
};

/** Each kind of value has its own check. */
class SettingsReader {
  readonly #say: SettingsFindings;
  readonly #ruleIds: readonly string[];

  constructor(file: SettingsFile, ruleIds: readonly string[]) {
    this.#say = new SettingsFindings(file);
    this.#ruleIds = ruleIds;
  }

  *checkRoot(root: JsonNode): Iterable<Finding> {
    if (root.type !== 'object') {
      yield this.#say.wrong(root, 'The settings must be an object in braces.');
      return;
    }
    for (const [key, value] of propertiesOf(root)) {
      const name: unknown = key.value;
      if (!SETTINGS_KEYS.some((known) => known === name)) yield this.#say.unknown(root, key, 'setting', SETTINGS_KEYS);
      else if (name === 'rules') yield* this.#checkRules(value);
      else if (name === 'ignore') yield* this.#checkIgnore(value);
      else if (name === 'keep') yield* keepProblems(value, this.#say);
      else if (name === 'extends') yield* this.#checkExtends(value);
      else if (name === '$schema') yield* this.#say.checkString(value, '$schema must be a string.');
      else yield* this.#say.checkStrings(value, `${String(name)} must be a list of patterns.`);
    }
  }

  *#checkExtends(node: JsonNode): Iterable<Finding> {
    if (RULE_SETS.some((name) => name === node.value)) return;
    const only = RULE_SETS.map((name) => `"${name}"`).join(' or ');
    yield this.#say.wrong(node, `extends takes ${only}.`, nearWord(node, RULE_SETS));
  }

  *#checkRules(node: JsonNode): Iterable<Finding> {
    if (node.type !== 'object') {
      yield this.#say.wrong(node, 'rules must be an object of rule ids and severities.');
      return;
    }
    for (const [key, value] of propertiesOf(node)) {
      if (!this.#ruleIds.includes(String(key.value))) {
        const near = renamedRule(String(key.value)) ?? nearWord(key, this.#ruleIds);
        yield this.#say.unknownRule(key, this.#say.freeName(node, near));
      } else if (!SEVERITY_WORDS.some((word) => word === value.value)) {
        yield this.#say.wrong(
          value,
          'A severity is "error", "warning", "info", "hint" or "off".',
          nearWord(value, SEVERITY_WORDS),
        );
      }
    }
  }

  *#checkIgnore(node: JsonNode): Iterable<Finding> {
    if (node.type !== 'array') {
      yield this.#say.wrong(node, 'ignore must be a list of objects with files and rules.');
      return;
    }
    for (const entry of node.children ?? []) {
      if (entry.type === 'object') yield* this.#checkIgnoreEntry(entry);
      else yield this.#say.wrong(entry, 'An entry of ignore must be an object with files and rules.');
    }
  }

  *#checkIgnoreEntry(entry: JsonNode): Iterable<Finding> {
    const names = new Set<unknown>();
    for (const [key, value] of propertiesOf(entry)) {
      names.add(key.value);
      if (key.value === 'files') yield* this.#say.checkString(value, 'files must be one pattern.');
      else if (key.value === 'reason') yield* this.#say.checkString(value, 'reason must be a string.');
      else if (key.value === 'rules') yield* this.#checkRuleIds(value);
      else yield this.#say.unknown(entry, key, 'key', IGNORE_KEYS);
    }
    const missing = ['files', 'rules'].filter((name) => !names.has(name));
    const isMisspelt = [...names].some((name) => missing.includes(nearestName(String(name), IGNORE_KEYS) ?? ''));
    if (missing.length === 0 || isMisspelt) return;
    const opening = { ...entry, length: 1 };
    yield this.#say.wrong(opening, `This entry silences nothing without ${missing.join(' and ')}.`);
  }

  *#checkRuleIds(node: JsonNode): Iterable<Finding> {
    if (node.type !== 'array') {
      yield this.#say.wrong(node, 'rules must be a list of rule ids here.');
      return;
    }
    for (const item of node.children ?? []) {
      if (this.#ruleIds.some((id) => id === item.value)) continue;
      if (typeof item.value === 'string')
        yield this.#say.unknownRule(item, renamedRule(item.value) ?? nearWord(item, this.#ruleIds));
      else yield this.#say.wrong(item, 'A rule id is a string.');
    }
  }
}

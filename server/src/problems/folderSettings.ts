import { getNodeValue } from 'jsonc-parser';
import type { Severity } from '../checks/check.ts';
import { SEVERITIES } from '../checks/check.ts';
import { STRICT_RULES } from '../facts/product/settingsKeys.ts';
import { PathPatterns } from '../module/sources/pathPatterns.ts';
import type { SettingsFile } from '../module/sources/settingsFile.ts';
import type { RuleSettings } from './ruleSettings.ts';

/** What a settings file says about the files in its folder and below. */
export interface FolderSettings {
  readonly rules: RuleSettings;
  /** False for files that are excluded entirely. */
  isChecked(uri: string): boolean;
  /** True when a rule is silenced in a file. */
  isSilenced(uri: string, ruleId: string): boolean;
}

const known = new WeakMap<SettingsFile, FolderSettings>();

/** The contents of a settings file; invalid parts are ignored. */
export function folderSettingsOf(file: SettingsFile): FolderSettings {
  const settings = known.get(file) ?? interpret(file);
  known.set(file, settings);
  return settings;
}

type Matcher = (uri: string) => boolean;

function interpret(file: SettingsFile): FolderSettings {
  const { root } = file.document;
  const content = recordOf(root === null ? {} : getNodeValue(root));
  const { folder } = file;
  const include = stringsIn(content['include']);
  const isIncluded = Array.isArray(content['include']) ? matcher(folder, include) : () => true;
  const isExcluded = matcher(folder, stringsIn(content['exclude']));
  const silences = listIn(content['ignore']).map((entry) => {
    const { files, rules } = recordOf(entry);
    return { matches: matcher(folder, stringsIn([files])), ruleIds: stringsIn(rules) };
  });
  return {
    rules: { ...rulesOfSet(content['extends']), ...writtenRules(content['rules']) },
    isChecked: (uri) => isIncluded(uri) && !isExcluded(uri),
    isSilenced: (uri, ruleId) => silences.some(({ matches, ruleIds }) => ruleIds.includes(ruleId) && matches(uri)),
  };
}

/** The severities of a named set. */
function rulesOfSet(name: unknown): RuleSettings {
  return name === 'strict' ? Object.fromEntries(STRICT_RULES.map((id) => [id, 'warning'])) : {};
}

function writtenRules(rules: unknown): RuleSettings {
  return Object.fromEntries(Object.entries(recordOf(rules)).filter(isRuleSetting));
}

/** Patterns as in `.gitignore`, from the folder of the settings; nothing outside the folder matches. */
function matcher(folder: string, patterns: readonly string[]): Matcher {
  const rules = new PathPatterns(patterns, { ignorecase: false, allowRelativePaths: true });
  return (uri) => uri.startsWith(`${folder}/`) && rules.test(decoded(uri.slice(folder.length + 1))).ignored;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isRecord ? (value as Readonly<Record<string, unknown>>) : {};
}

function listIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function stringsIn(value: unknown): string[] {
  return listIn(value).filter((item) => typeof item === 'string');
}

function isRuleSetting(entry: [string, unknown]): entry is [string, Severity | 'off'] {
  return [...SEVERITIES, 'off'].some((severity) => severity === entry[1]);
}

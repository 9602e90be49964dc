import { REGISTRY_SCANNING_CONFIGURATION } from '../../facts/registry/registryArguments.ts';
import type { BlockDeclaration } from '../../module/declarations/declarations.ts';
import { isBlockOf } from '../../module/declarations/declarations.ts';
import type { Module } from '../../module/module.ts';
import { RecordingScope } from '../../module/tracking/recordingScope.ts';
import type { Place } from '../../syntax/tree/place.ts';
import { blocksIn, textIn } from '../blocks/bodyParts.ts';
import type { BlockBody, EcrBlock } from '../blocks/ecrBlock.ts';
import { readEcrBlock } from '../blocks/ecrBlock.ts';
import { isSingle } from '../instances.ts';

/** A rule of registry scanning: how often, and for which repositories. */
export interface ScanningRule {
  readonly body: BlockBody;
  /** Null when unknown. */
  readonly frequency: string | null;
  /** The filters that are known. */
  readonly filters: readonly string[];
  /** True when there may be others. */
  readonly open: boolean;
}

/** How a module sets scanning for its registry. */
export interface RegistryScanning {
  readonly declaration: BlockDeclaration;
  /** Null when unknown. */
  readonly type: string | null;
  readonly rules: readonly ScanningRule[];
  /** True when there may be other rules, or no configuration at all. */
  readonly open: boolean;
}

/** True for a scanning configuration in the resource. */
export function isScanningConfiguration({ declaration }: EcrBlock): boolean {
  return isBlockOf(declaration, 'resource', REGISTRY_SCANNING_CONFIGURATION.type);
}

/** The rules of a scanning configuration. */
export function scanningRules({ body }: EcrBlock): readonly ScanningRule[] {
  return blocksIn(body, 'rule').bodies.map((rule) => {
    const nested = blocksIn(rule, 'repository_filter');
    const filters = nested.bodies.map((filter) => textIn(filter, 'filter'));
    return {
      body: rule,
      frequency: textIn(rule, 'scan_frequency'),
      filters: filters.filter((filter) => filter !== null),
      open: nested.open || filters.includes(null),
    };
  });
}

/** The scanning configurations of a module; call it through `Module.remember`. */
export function registryScanning(module: Module): readonly RegistryScanning[] {
  const scope = new RecordingScope(module);
  return module.blocksWhich(isScanning).flatMap((declaration) => {
    const block = readEcrBlock(declaration, scope);
    if (block === null) return [];
    const rules = scanningRules(block);
    const isPlain = isSingle(declaration, scope) && !declaration.block.damaged;
    return [
      {
        declaration,
        type: textIn(block.body, 'scan_type'),
        rules,
        open: !isPlain || blocksIn(block.body, 'rule').open,
      },
    ];
  });
}

/** True when `*` in a filter can match the rest of a name. */
export function matchesFilter(name: string, filter: string): boolean {
  const [first = '', ...others] = filter.split('*');
  const last = others.pop();
  if (last === undefined) return name === filter;
  if (!name.startsWith(first) || name.length < first.length + last.length || !name.endsWith(last)) return false;
  let rest = name.slice(first.length, name.length - last.length);
  for (const part of others) {
    const at = rest.indexOf(part);
    if (at === -1) return false;
    rest = rest.slice(at + part.length);
  }
  return true;
}

/** The place of the first rule that certainly applies to a repository, with its frequency; null for none. */
export function scanningRuleFor(
  name: string | null,
  { rules }: RegistryScanning,
): { readonly place: Place; readonly frequency: string } | null {
  for (const { body, frequency, filters } of rules) {
    const isFor = filters.some((filter) => filter === '*' || (name !== null && matchesFilter(name, filter)));
    if (isFor && frequency !== null) return { place: body.header, frequency };
  }
  return null;
}

/** True unless it is certain that no rule scans a repository automatically. */
export function mayScan(name: string | null, { type, rules, open }: RegistryScanning): boolean {
  // Amazon Inspector decides what enhanced scanning does without rules.
  if (open || type === null || (type !== 'BASIC' && rules.length === 0)) return true;
  return rules.some((rule) => {
    if (rule.frequency === 'MANUAL') return false;
    return rule.open || name === null || rule.filters.some((filter) => matchesFilter(name, filter));
  });
}

function isScanning(declaration: BlockDeclaration): boolean {
  return isBlockOf(declaration, 'resource', REGISTRY_SCANNING_CONFIGURATION.type);
}

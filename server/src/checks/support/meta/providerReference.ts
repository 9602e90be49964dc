import { nearestName } from '../../../ecr/nearestName.ts';
import type { BlockDeclaration } from '../../../module/declarations/declarations.ts';
import { attributeOf, blocksOf } from '../../../module/declarations/declarations.ts';
import { literalText } from '../../../module/declarations/literals.ts';
import type { Module } from '../../../module/module.ts';
import type { RecordingScope } from '../../../module/tracking/recordingScope.ts';
import { placeOf } from '../../../syntax/tree/place.ts';
import type { Expression } from '../../../syntax/tree/tree.ts';
import type { Finding } from '../../check.ts';
import { staticReference } from './addressText.ts';

/** Mistakes in `provider`. */
export function* providerFindings(declaration: BlockDeclaration, scope: RecordingScope): Iterable<Finding> {
  const { block, source } = declaration;
  const expression = attributeOf(block, 'provider')?.value;
  if (expression === undefined || isUnread(expression)) return;
  const reference = staticReference(expression);
  const place = placeOf(source, expression);
  const [alias, ...others] = reference?.steps ?? [];
  // OpenTofu accepts a key to choose one of several configurations.
  if (others.length > 0 && others.every((step) => typeof step !== 'string')) return;
  if (reference === null || others.length > 0 || (alias !== undefined && typeof alias !== 'string')) {
    const message =
      'provider takes a provider name and an alias as literals, such as aws.eu; Terraform stops with "Invalid provider configuration reference".';
    yield { place, message, isOfValidate: true };
    return;
  }
  if (alias === undefined || alias === '') return;
  const known = scope.ask((module) => module.remember(aliasesByProvider).get(reference.root) ?? NO_ALIASES);
  const isCalled = scope.ask(({ environment, directory }) => environment.isCalled(directory));
  // A caller may pass the configuration.
  if (scope.ask((module) => module.isOpen) || isCalled || known.isOpen || known.names.includes(alias)) return;
  const near = nearestName(alias, known.names);
  const meant = near ?? (known.names.length === 1 ? known.names[0] : undefined);
  const advice = meant === undefined ? 'Declare it' : `Write ${reference.root}.${meant}, or declare it`;
  yield {
    place,
    message: `This module has no provider "${reference.root}" with the alias ${alias}; Terraform stops with "Provider configuration not present". ${advice}.`,
    isOfValidate: true,
    ...(meant !== undefined && {
      fixes: [
        {
          title: `Use ${reference.root}.${meant}`,
          kind: near === undefined ? 'choice' : 'one',
          changes: [{ kind: 'replace-text', place, text: rewritten(expression, `${reference.root}.${meant}`) }],
        },
      ],
    }),
  };
}

function rewritten(expression: Expression, reference: string): string {
  return expression.kind === 'Template' ? `"${reference}"` : reference;
}

function isUnread({ kind }: Expression): boolean {
  return kind === 'MissingExpression' || kind === 'InvalidExpression';
}

/** The aliases of a provider's configurations in a module. */
interface Aliases {
  readonly names: readonly string[];
  /** True when there may be others. */
  readonly isOpen: boolean;
}

const NO_ALIASES: Aliases = { names: [], isOpen: false };

const known = new WeakMap<Module, Map<string, Aliases>>();

/** Keeps the identity of unchanged values. */
function aliasesByProvider(module: Module): ReadonlyMap<string, Aliases> {
  const names = new Map<string, string[]>();
  const open = new Set<string>();
  for (const { type, labels, block } of module.allBlocks()) {
    if (type === 'terraform') for (const name of handedOver(blocksOf(block.body))) open.add(name);
    const written = type === 'provider' ? attributeOf(block, 'alias')?.value : undefined;
    if (written === undefined) continue;
    const name = labels[0] ?? '';
    const alias = literalText(written);
    if (alias === null) open.add(name);
    else names.set(name, [...(names.get(name) ?? []), alias]);
  }
  const before = known.get(module);
  const result = new Map<string, Aliases>();
  for (const name of new Set([...names.keys(), ...open])) {
    const aliases = { names: names.get(name) ?? [], isOpen: open.has(name) };
    const earlier = before?.get(name);
    result.set(name, earlier && JSON.stringify(earlier) === JSON.stringify(aliases) ? earlier : aliases);
  }
  known.set(module, result);
  return result;
}

/** The providers whose configurations callers pass. */
function handedOver(blocks: ReturnType<typeof blocksOf>): readonly string[] {
  return blocks
    .filter(({ type }) => type.text === 'required_providers')
    .flatMap(({ body }) => body.items)
    .flatMap((item) => {
      if (item.kind !== 'Attribute' || item.value.kind !== 'ObjectExpression') return [];
      const keys = item.value.items.map(({ key }) => (key.kind === 'Variable' ? key.name.text : literalText(key)));
      return keys.includes('configuration_aliases') ? [item.name.text] : [];
    });
}

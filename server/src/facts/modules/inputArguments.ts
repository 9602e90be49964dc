import type { EnumerationValue } from '../enumeration.ts';
import type { ArgumentFact, ArgumentType, AttributeFact } from '../provider/resourceSchema.ts';
import { IMAGE_TAG_MUTABILITIES } from '../repository/imageTagMutability.ts';
import { ENCRYPTION_TYPES } from '../repository/repositoryArguments.ts';
import { SOURCE_ARGUMENT, VERSION_ARGUMENT } from './callArguments.ts';
import type { InputFact, KnownModule, ModuleRelease, OutputFact, ReleaseSpan } from './knownModules.ts';
import { KNOWN_MODULES } from './knownModules.ts';
import { INPUT_VALUES, TEXT_DOCUMENTS } from './moduleTraps.ts';

const TYPES: ReadonlyMap<string, ArgumentType> = new Map<string, ArgumentType>([
  ['string', 'string'],
  ['bool', 'boolean'],
  ['number', 'number'],
  ['list(string)', 'string-list'],
  ['set(string)', 'string-list'],
  ['map(string)', 'string-map'],
]);

const SCAN_TYPES: readonly EnumerationValue[] = [
  { value: 'ENHANCED', documentation: 'Amazon Inspector, which is billed.' },
  { value: 'BASIC', documentation: 'The packages of the operating system, free of charge.' },
];

const APPLIED_FOR: readonly EnumerationValue[] = [
  { value: 'PULL_THROUGH_CACHE', documentation: 'For repositories that a pull through cache rule creates.' },
  { value: 'REPLICATION', documentation: 'For repositories that replication creates.' },
  { value: 'CREATE_ON_PUSH', documentation: 'For repositories that a push creates.' },
];

/** The values of inputs by the end of their names. */
const VALUES: readonly (readonly [name: RegExp, values: readonly EnumerationValue[]])[] = [
  [/(^|_)image_tag_mutability$/, IMAGE_TAG_MUTABILITIES],
  [/(^|_)encryption_type$/, ENCRYPTION_TYPES],
  [/^registry_scan_type$/, SCAN_TYPES],
  [/^applied_for$/, APPLIED_FOR],
];

/** The input of a module as an argument of its call; `newest` is the newest release that the call allows. */
export function argumentOfInput(known: KnownModule, input: InputFact, newest: ModuleRelease): ArgumentFact {
  const { name, type, fallback } = input;
  const scalar = TYPES.get(type);
  const values = valuesOf(known, name);
  const role = roleOf(known, name);
  return {
    name,
    type: scalar ?? 'expression',
    required: fallback === null,
    documentation: [input.documentation, scalar === undefined ? `Type: \`${type}\`.` : '', spanOf(known, name, newest)]
      .filter((text) => text !== '')
      .join('\n\n'),
    ...(fallback !== null && { defaultValue: fallback }),
    ...(values !== undefined && { values }),
    ...(role !== undefined && { role }),
  };
}

export function attributeOfOutput({ name, documentation }: OutputFact): AttributeFact {
  return { name, documentation };
}

function valuesOf({ id }: KnownModule, name: string): readonly EnumerationValue[] | undefined {
  const listed = (INPUT_VALUES[id] ?? []).find(({ input, until }) => input === name && until === undefined)?.values;
  const known = VALUES.find(([pattern]) => pattern.test(name))?.[1];
  if (listed === undefined) return known;
  return listed.map((value) => known?.find((one) => one.value === value) ?? { value, documentation: '' });
}

/** Inputs that take the rules of a lifecycle policy as a list. */
const LISTS_OF_RULES = ['custom_lifecycle_rules', 'lifecycle_policy_rules'];

function roleOf({ id, texts = TEXT_DOCUMENTS[id] ?? [] }: KnownModule, name: string): ArgumentFact['role'] {
  if (LISTS_OF_RULES.includes(name)) return 'lifecycle-rules';
  if (!texts.includes(name)) return undefined;
  return name.endsWith('lifecycle_policy') ? 'lifecycle-policy' : 'access-policy';
}

/** The releases that have the input. */
function spanOf({ inputs, releases }: KnownModule, name: string, newest: ModuleRelease): string {
  const forms = inputs.filter((form) => form.name === name);
  const since = forms[0]?.since;
  const until = forms.at(-1)?.until ?? null;
  const isFirst = since === undefined || since === '0.0.0' || since === releases[0]?.version;
  const sentences = [
    isFirst ? '' : `Since ${since}.`,
    until === null ? '' : `Removed in ${until}; this is ${newest.version}.`,
  ];
  return sentences.filter((text) => text !== '').join(' ');
}

/** The `source` of a call, with the known modules. */
export const SOURCE_OF_KNOWN: ArgumentFact = {
  ...SOURCE_ARGUMENT,
  hasOtherValues: true,
  values: KNOWN_MODULES.flatMap(({ registry, folder, releases, outputs }) => {
    if (registry === null || outputs.length === 0) return [];
    const value = folder === '' ? registry : `${registry}//${folder}`;
    return [
      { value, documentation: `A module for ECR; its newest release known here is ${releases.at(-1)?.version}.` },
    ];
  }),
};

/** The `version` of a call of a known module, with its releases, the newest first. */
export function versionOfKnown(known: KnownModule): ArgumentFact {
  const values = [...known.releases]
    .reverse()
    .map((release) => ({ value: release.version, documentation: describeRelease(known, release) }));
  return { ...VERSION_ARGUMENT, hasOtherValues: true, values };
}

function describeRelease(known: KnownModule, { version, date, terraform, aws }: ModuleRelease): string {
  const names = (facts: readonly (ReleaseSpan & { readonly name: string })[], edge: 'since' | 'until') =>
    facts.filter((fact) => fact[edge] === version).map(({ name }) => `\`${name}\``);
  const isFirst = known.releases[0]?.version === version;
  const changed = (facts: readonly (ReleaseSpan & { readonly name: string })[]) => {
    const [came, went] = [names(facts, 'since'), names(facts, 'until')];
    const both = came.filter((name) => went.includes(name));
    return {
      came: came.filter((name) => !both.includes(name)),
      went: went.filter((name) => !both.includes(name)),
      both,
    };
  };
  const inputs = changed(known.inputs);
  const outputs = changed(known.outputs);
  const list = (words: string, items: readonly string[]) => (items.length === 0 ? '' : `${words} ${items.join(', ')}.`);
  const needs = [aws === null ? '' : `AWS provider ${aws}`, terraform === null ? '' : `Terraform ${terraform}`];
  return [
    `Released ${date}.`,
    list(
      'Needs',
      needs.filter((one) => one !== ''),
    ),
    ...(isFirst
      ? []
      : [
          list('New:', [...inputs.came, ...outputs.came]),
          list('Another type or default:', inputs.both),
          list('Gone:', [...inputs.went, ...outputs.went]),
        ]),
  ]
    .filter((text) => text !== '')
    .join(' ');
}

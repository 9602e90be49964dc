import type { InputFact, KnownModule, KnownModuleId, ModuleRelease, OutputFact, ReleaseSpan } from '../knownModules.ts';
import { KNOWN_MODULES } from '../knownModules.ts';
import { restateCloudposse } from './cloudposse.ts';
import { restateLgallard } from './lgallard.ts';
import { restateRepositoryTemplate } from './repositoryTemplate.ts';
import type { Restated, Shape } from './restated.ts';
import { restateScanningConfiguration } from './scanningConfiguration.ts';
import { restateTerraformAwsModules } from './terraformAwsModules.ts';
import { restateWrapper } from './wrappers.ts';

const RESTATE: Readonly<Partial<Record<KnownModuleId, (shape: Shape) => Restated>>> = {
  'terraform-aws-modules': restateTerraformAwsModules,
  'repository-template': restateRepositoryTemplate,
  wrappers: (shape) => restateWrapper(moduleNamed('terraform-aws-modules'), shape),
  'repository-template-wrappers': (shape) => restateWrapper(moduleNamed('repository-template'), shape),
  cloudposse: restateCloudposse,
  'scanning-configuration': restateScanningConfiguration,
  lgallard: restateLgallard,
};

function moduleNamed(id: KnownModuleId): KnownModule {
  const found = KNOWN_MODULES.find((known) => known.id === id);
  if (found === undefined) throw new Error(`there is no known module ${id}`);
  return found;
}

/** The value of an output that is unknown before apply. */
const UNKNOWN_OUTPUT = 'terraform_data.unknown.output';

const restatements = new Map<string, string>();

/**
 * A release of a module, restated in our own words as a module that makes the same from its inputs: variables,
 * resources and outputs. It is never run; the engine reads it like a module of the workspace.
 */
export function restatementOf(known: KnownModule, release: ModuleRelease): string {
  const key = `${known.id} ${release.version}`;
  const text = restatements.get(key) ?? restate(known, release);
  restatements.set(key, text);
  return text;
}

function restate(known: KnownModule, release: ModuleRelease): string {
  const isIn = ({ since, until }: ReleaseSpan) =>
    isSince(release.version, since) && (until === null || !isSince(release.version, until));
  const inputs = known.inputs.filter(isIn);
  const names = new Set(inputs.map(({ name }) => name));
  const restated = RESTATE[known.id];
  if (restated === undefined) return '';
  const { code, values } = restated({
    version: release.version,
    isIn,
    has: (name) => names.has(name),
    since: (version) => isSince(release.version, version),
  });
  const outputs = known.outputs.filter(isIn);
  return [
    ...inputs.map(variable),
    'resource "terraform_data" "unknown" {\n  input = timestamp()\n}\n',
    `${code.trim()}\n`,
    ...outputs.map((fact) => output(fact, values[fact.name] ?? UNKNOWN_OUTPUT)),
  ].join('\n');
}

function variable({ name, type, fallback, documentation }: InputFact): string {
  const value = fallback === null ? '' : `  default     = ${fallback}\n`;
  return `variable "${name}" {\n  description = ${quoted(documentation)}\n  type        = ${type}\n${value}}\n`;
}

function output({ name, documentation }: OutputFact, value: string): string {
  return `output "${name}" {\n  description = ${quoted(documentation)}\n  value       = ${value}\n}\n`;
}

function quoted(text: string): string {
  return JSON.stringify(text).replaceAll('${', '$${').replaceAll('%{', '%%{');
}

function isSince(version: string, since: string): boolean {
  const [one, other] = [partsOf(version), partsOf(since)];
  const index = [0, 1, 2].find((part) => one[part] !== other[part]);
  return index === undefined || (one[index] ?? 0) > (other[index] ?? 0);
}

function partsOf(version: string): readonly number[] {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  return [major, minor, patch];
}

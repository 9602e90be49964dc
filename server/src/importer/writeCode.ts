import type { ExistingRegistry } from './existing.ts';
import { ImportError } from './importError.ts';
import type { ImportOptions } from './options.ts';
import type { Chunk } from './write/chunk.ts';
import type { CodeAround } from './write/codeAround.ts';
import { forEachBlocks } from './write/forEachBlocks.ts';
import { PolicyTerms } from './write/policyTerm.ts';
import { registryBlocks } from './write/registryBlocks.ts';
import { separateBlocks } from './write/separateBlocks.ts';
import { EXCLUSION_FILTERS_SINCE } from './write/settingsBlocks.ts';

/**
 * The code for a registry: import blocks and resources, in a fixed order. It can be read once. Throws an `ImportError`
 * for several regions unless the options ask for `region` arguments.
 */
export function writeChunks(registry: ExistingRegistry, options: ImportOptions, around: CodeAround): Iterable<Chunk> {
  requireRegions(registry, options);
  return chunksOf(registry, options, around);
}

function* chunksOf(registry: ExistingRegistry, options: ImportOptions, around: CodeAround): Generator<Chunk> {
  const { account, hasTags } = registry;
  const repositories = registry.repositories.filter(({ isPublic }) => !isPublic);
  const terms = new PolicyTerms();
  const writing = { repositories, account, hasTags, options, around, terms };
  yield header(registry, options, around);
  yield* options.forEach ? forEachBlocks(writing) : separateBlocks(writing);
  yield* registryBlocks(registry, options, around, terms);
}

function requireRegions(
  { regions, regionFiles, repositories, cacheRules, templates, settings }: ExistingRegistry,
  { regionArgument }: ImportOptions,
): void {
  if (regions.length > 1 && !regionArgument) {
    const found = regions.map((region) =>
      regionFiles.has(region) ? `${region} (${regionFiles.get(region)})` : region,
    );
    throw new ImportError(
      `the outputs are of several regions: ${found.join(', ')}; import each separately, or write the region into each resource with --region-argument`,
    );
  }
  const parts = [...repositories.filter(({ isPublic }) => !isPublic), ...cacheRules, ...templates, ...settings];
  if (regionArgument && parts.some(({ region }) => region === null)) {
    throw new ImportError(
      '--region-argument needs the region of every file: put those about one region into a folder of its name, such as eu-west-1/cache-rules.json',
    );
  }
}

function header(
  registry: ExistingRegistry,
  { identity, forEach, regionArgument }: ImportOptions,
  { unnamed }: CodeAround,
): Chunk {
  const { repositories, hasTags, cached, warnings } = registry;
  const needs = [
    ...(identity ? ['Terraform 1.12 and hashicorp/aws 6.11.0 for the identities'] : []),
    ...(forEach ? ['Terraform 1.7 for import blocks with for_each'] : []),
    ...(regionArgument ? ['hashicorp/aws 6.0.0 for the region arguments'] : []),
    ...(hasFilters(registry) ? [`hashicorp/aws ${EXCLUSION_FILTERS_SINCE} for the exclusion filters`] : []),
  ];
  const remarks = [
    `Imports ${place(registry)}, as the AWS CLI described it. Look through the plan before you apply it.`,
    ...(needs.length === 0 ? [] : [`Needs ${needs.join(', ')}.`]),
    ...(hasTags || repositories.length === 0
      ? []
      : ['No tags were given: a plan removes the tags that the repositories have.']),
    ...(forEach && hasTags ? untagged(registry) : []),
    ...warnings,
    ...unnamed.map((address) => `The names of ${address} cannot be known here: make sure that none is imported twice.`),
    ...(cached.length === 0
      ? []
      : ['A cache rule made these repositories, so they are left out:', ...cached.map((name) => `- ${name}`)]),
  ];
  return { remarks: remarks.map(printableLine), block: null, subjects: [] };
}

/** A single resource for all repositories has no comment for each of them. */
function untagged({ repositories }: ExistingRegistry): string[] {
  const names = repositories.filter(({ isPublic, tags }) => !isPublic && tags === null).map(({ name }) => name);
  return names.length === 0 ? [] : [`No tags were given for ${names.join(', ')}: a plan removes those that they have.`];
}

/** One line: text from a file must not end the comment. */
function printableLine(remark: string): string {
  return remark.replaceAll(/[\r\n\u2028\u2029]+/g, ' ');
}

function hasFilters({ repositories, templates }: ExistingRegistry): boolean {
  return [...repositories, ...templates].some(({ exclusionFilters }) => exclusionFilters.length > 0);
}

function place({ account, regions, repositories }: ExistingRegistry): string {
  const count = repositories.length === 1 ? '1 repository' : `${repositories.length} repositories`;
  const where = regions.length === 0 ? '' : ` in ${regions.join(', ')}`;
  return `${count}${account === null ? '' : ` of account ${account}`}${where}`;
}

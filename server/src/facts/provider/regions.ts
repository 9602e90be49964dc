/**
 * The partitions of AWS by the prefixes of their regions' names. Source: botocore 1.44.8, `endpoints.json`
 * (`regionRegex` of each partition). Read 2026-11-30.
 */
const PARTITIONS: readonly { readonly prefix: string; readonly partition: string }[] = [
  { prefix: 'cn-', partition: 'aws-cn' },
  { prefix: 'us-gov-', partition: 'aws-us-gov' },
  { prefix: 'us-iso-', partition: 'aws-iso' },
  { prefix: 'us-isob-', partition: 'aws-iso-b' },
  { prefix: 'eu-isoe-', partition: 'aws-iso-e' },
  { prefix: 'us-isof-', partition: 'aws-iso-f' },
  { prefix: 'eusc-', partition: 'aws-eusc' },
];

/** The partition that a region belongs to, by its name. */
export function partitionOf(region: string): string {
  return PARTITIONS.find(({ prefix }) => region.startsWith(prefix))?.partition ?? 'aws';
}

import { readFileSync } from 'node:fs';

/** A type as Terraform's own JSON writes it: `"string"`, `["set", "string"]`, `["object", { … }]`. */
export type SchemaType =
  | 'string'
  | 'number'
  | 'bool'
  | 'dynamic'
  | readonly ['list' | 'set' | 'map', SchemaType]
  | readonly ['object', Readonly<Record<string, SchemaType>>];

export interface SchemaAttribute {
  readonly type: SchemaType;
  readonly required: boolean;
  readonly optional: boolean;
  readonly computed: boolean;
  readonly sensitive?: boolean;
}

export interface SchemaBody {
  readonly attributes: Readonly<Record<string, SchemaAttribute>>;
  readonly blocks: Readonly<Record<string, SchemaBlock>>;
}

export interface SchemaBlock extends SchemaBody {
  readonly nesting: 'single' | 'list' | 'set';
  /** At least that many; 0 for none. */
  readonly min: number;
  /** At most that many; 0 for any number. */
  readonly max: number;
}

export interface ProviderSchema {
  /** The package that it was read from, with its version. */
  readonly source: string;
  readonly providerVersion: string;
  readonly provider: SchemaBody;
  readonly resources: Readonly<Record<string, SchemaBody>>;
  readonly dataSources: Readonly<Record<string, SchemaBody>>;
  readonly ephemeralResources: Readonly<Record<string, SchemaBody>>;
}

/** The schema of the ECR types of hashicorp/aws. `npm run refresh-schema` writes it. */
export const PROVIDER_SCHEMA: ProviderSchema = JSON.parse(
  readFileSync(new URL('providerSchema.json', import.meta.url), 'utf8'),
);

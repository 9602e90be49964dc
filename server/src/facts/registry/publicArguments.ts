/**
 * Arguments of public repositories.
 * Source: hashicorp/terraform-provider-aws 6.68.0, `internal/service/ecrpublic` and its documentation. Read 2026-11-23.
 */
import { REGION_ARGUMENT } from '../provider/metaArguments.ts';
import type { ArgumentFact, ResourceFact } from '../provider/resourceSchema.ts';
import { PUBLIC_NAME_TEXT, textOfLength } from '../provider/texts.ts';

const optional = (name: string, documentation: string): ArgumentFact => ({
  name,
  type: 'string',
  required: false,
  documentation,
});

export const PUBLIC_REPOSITORY: ResourceFact = {
  type: 'aws_ecrpublic_repository',
  documentation: 'A public repository. It has no lifecycle policy; only in us-east-1.',
  arguments: [
    {
      name: 'repository_name',
      type: 'string',
      text: PUBLIC_NAME_TEXT,
      required: true,
      forcesReplacement: true,
      documentation: "The name, after the alias of the account's public registry.",
    },
    {
      name: 'force_destroy',
      type: 'boolean',
      required: false,
      defaultValue: 'false',
      documentation: 'Lets Terraform delete the repository even if it contains images.',
    },
    { name: 'tags', type: 'string-map', required: false, documentation: 'Resource tags, at most 50.' },
    REGION_ARGUMENT,
  ],
  blocks: [
    {
      name: 'catalog_data',
      maximum: 1,
      documentation: 'What the public gallery shows of the repository.',
      arguments: [
        { ...optional('about_text', 'What the images contain, in Markdown.'), text: textOfLength('provider', 10_240) },
        {
          ...optional('description', 'A few words, shown in lists and searches.'),
          text: textOfLength('provider', 1024),
        },
        { ...optional('usage_text', 'How the images are used, in Markdown.'), text: textOfLength('provider', 10_240) },
        optional('logo_image_blob', 'The logo, as base64; shown only for verified accounts.'),
        {
          name: 'architectures',
          type: 'string-set',
          hasOtherValues: true,
          items: { maximum: 50 },
          required: false,
          values: ['ARM', 'ARM 64', 'x86', 'x86-64'].map((value) => ({ value, documentation: 'Shown as a badge.' })),
          documentation: 'The architectures that the images run on.',
        },
        {
          name: 'operating_systems',
          type: 'string-set',
          hasOtherValues: true,
          items: { maximum: 50 },
          required: false,
          values: ['Linux', 'Windows'].map((value) => ({ value, documentation: 'Shown as a badge.' })),
          documentation: 'The operating systems that the images run on.',
        },
      ],
      blocks: [],
    },
    {
      name: 'timeouts',
      maximum: 1,
      documentation: 'How long Terraform waits.',
      arguments: [{ ...optional('delete', 'How long the deletion may take.'), defaultValue: '"20m"' }],
      blocks: [],
    },
  ],
};

export const PUBLIC_REPOSITORY_POLICY: ResourceFact = {
  type: 'aws_ecrpublic_repository_policy',
  since: '3.70.0',
  documentation: 'The IAM policy of a public repository: who may push.',
  arguments: [
    {
      name: 'repository_name',
      type: 'string',
      text: PUBLIC_NAME_TEXT,
      required: true,
      forcesReplacement: true,
      documentation: 'The name of the public repository.',
    },
    {
      name: 'policy',
      type: 'string',
      required: true,
      role: 'access-policy',
      documentation: 'The IAM policy as JSON text.',
    },
    REGION_ARGUMENT,
  ],
  blocks: [],
};

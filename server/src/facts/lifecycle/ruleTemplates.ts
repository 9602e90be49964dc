/**
 * Common rules as starting points. Source: Amazon ECR user guide, "Examples of lifecycle policies" and "Lifecycle
 * policy parameters". Read 2026-11-22.
 */

/** A member of a template: text, a number, a list of texts, or an object. `edit` marks what the user should change. */
export type TemplateValue =
  | { readonly kind: 'string'; readonly value: string; readonly edit?: true }
  | { readonly kind: 'number'; readonly value: number; readonly edit?: true }
  | { readonly kind: 'strings'; readonly values: readonly string[] }
  | { readonly kind: 'choice'; readonly values: readonly string[] }
  | { readonly kind: 'priority' }
  | { readonly kind: 'object'; readonly members: readonly TemplateMember[] };

export type TemplateMember = readonly [key: string, value: TemplateValue];

export interface RuleTemplate {
  readonly label: string;
  /** Markdown. */
  readonly documentation: string;
  readonly members: readonly TemplateMember[];
}

function text(value: string): TemplateValue {
  return { kind: 'string', value };
}

function prose(value: string): TemplateValue {
  return { kind: 'string', value, edit: true };
}

function count(value: number): TemplateValue {
  return { kind: 'number', value, edit: true };
}

function rule(
  description: string,
  selection: readonly TemplateMember[],
  action: readonly TemplateMember[],
): readonly TemplateMember[] {
  return [
    ['rulePriority', { kind: 'priority' }],
    ['description', prose(description)],
    ['selection', { kind: 'object', members: selection }],
    ['action', { kind: 'object', members: action }],
  ];
}

const EXPIRE: readonly TemplateMember[] = [['type', text('expire')]];
const TRANSITION: readonly TemplateMember[] = [
  ['type', text('transition')],
  ['targetStorageClass', text('archive')],
];

export const RULE_TEMPLATES: readonly RuleTemplate[] = [
  {
    label: 'rule: expire untagged images',
    documentation: 'Deletes images without a tag some days after their push.',
    members: rule(
      'Expire untagged images after 14 days',
      [
        ['tagStatus', text('untagged')],
        ['countType', text('sinceImagePushed')],
        ['countUnit', text('days')],
        ['countNumber', count(14)],
      ],
      EXPIRE,
    ),
  },
  {
    label: 'rule: keep the newest images',
    documentation:
      'Keeps the newest images and deletes the rest, tagged or not. An `any` rule must have the largest priority of its storage class.',
    members: rule(
      'Keep the newest 30 images',
      [
        ['tagStatus', text('any')],
        ['countType', text('imageCountMoreThan')],
        ['countNumber', count(30)],
      ],
      EXPIRE,
    ),
  },
  {
    label: 'rule: keep the newest images of a tag pattern',
    documentation: 'Keeps the newest images with a matching tag; images that match belong only to this rule.',
    members: rule(
      'Keep the newest 10 releases',
      [
        ['tagStatus', text('tagged')],
        ['tagPatternList', { kind: 'strings', values: ['v*'] }],
        ['countType', text('imageCountMoreThan')],
        ['countNumber', count(10)],
      ],
      EXPIRE,
    ),
  },
  {
    label: 'rule: archive images that are not pulled',
    documentation: 'Moves images to the archive some days after their last pull. `sinceImagePulled` can only do this.',
    members: rule(
      'Archive images not pulled for 90 days',
      [
        ['tagStatus', text('any')],
        ['countType', text('sinceImagePulled')],
        ['countUnit', text('days')],
        ['countNumber', count(90)],
      ],
      TRANSITION,
    ),
  },
  {
    label: 'rule: expire archived images',
    documentation: 'Deletes images some days after they were archived; AWS bills 90 days in any case.',
    members: rule(
      'Expire images archived for a year',
      [
        ['tagStatus', text('any')],
        ['storageClass', text('archive')],
        ['countType', text('sinceImageTransitioned')],
        ['countUnit', text('days')],
        ['countNumber', count(365)],
      ],
      EXPIRE,
    ),
  },
  {
    label: 'rule',
    documentation: 'A rule with its required keys, to be filled in.',
    members: rule(
      'Keep the newest images of a tag pattern',
      [
        ['tagStatus', text('tagged')],
        ['tagPatternList', { kind: 'strings', values: ['v*'] }],
        ['countType', text('imageCountMoreThan')],
        ['countNumber', count(30)],
      ],
      EXPIRE,
    ).filter(([key]) => key !== 'description'),
  },
];

/** The rule that a new policy begins with: AWS takes it, whatever is chosen in it. */
export const FIRST_RULE: RuleTemplate = {
  label: 'rule',
  documentation: 'Deletes images some days after their push.',
  members: [
    ['rulePriority', { kind: 'priority' }],
    [
      'selection',
      {
        kind: 'object',
        members: [
          ['tagStatus', { kind: 'choice', values: ['untagged', 'any'] }],
          ['countType', text('sinceImagePushed')],
          ['countUnit', text('days')],
          ['countNumber', count(14)],
        ],
      },
    ],
    ['action', { kind: 'object', members: EXPIRE }],
  ],
};

/** A lifecycle policy to start with. */
export interface StarterPolicy {
  /** Completes "Add a lifecycle policy that …". */
  readonly does: string;
  readonly rules: readonly StarterRule[];
}

type StarterRule = {
  readonly rulePriority: number;
  readonly description: string;
  readonly selection: Readonly<Record<string, string | number | readonly string[]>>;
  readonly action: { readonly type: string };
};

/** A rule that removes images that no tag points to any more, late enough for a running pull or a rollback. */
function untaggedRule(rulePriority: number): StarterRule {
  return {
    rulePriority,
    description: 'Expire untagged images after 14 days',
    selection: { tagStatus: 'untagged', countType: 'sinceImagePushed', countUnit: 'days', countNumber: 14 },
    action: { type: 'expire' },
  };
}

const KEEP_NEWEST: StarterRule = {
  rulePriority: 2,
  description: 'Keep the 30 newest images',
  selection: { tagStatus: 'any', countType: 'imageCountMoreThan', countNumber: 30 },
  action: { type: 'expire' },
};

const KEEP_RELEASES: StarterRule = {
  rulePriority: 1,
  description: 'Keep the 30 newest images with a tag that starts with v',
  selection: { tagStatus: 'tagged', tagPrefixList: ['v'], countType: 'imageCountMoreThan', countNumber: 30 },
  action: { type: 'expire' },
};

/** The policies offered for a repository without one, the most useful first. */
export const STARTER_POLICIES: readonly StarterPolicy[] = [
  {
    does: 'expires untagged images after 14 days and keeps the 30 newest images',
    rules: [untaggedRule(1), KEEP_NEWEST],
  },
  { does: 'expires untagged images only, after 14 days', rules: [untaggedRule(1)] },
  {
    does: 'keeps the 30 newest images per tag prefix (v) and expires untagged ones after 14 days',
    rules: [KEEP_RELEASES, untaggedRule(2)],
  },
];

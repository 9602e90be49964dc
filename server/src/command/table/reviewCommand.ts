import type { CommandSpec } from './commandSpec.ts';

export const REVIEW_FORMATS = ['text', 'markdown', 'json', 'html'] as const;

/** The lowest severity for which `review` ends with status 1. */
export const FAIL_LEVELS = ['error', 'warning', 'never'] as const;

export const REVIEW: CommandSpec = {
  name: 'review',
  argument: 'PLAN',
  offers: 'file',
  summary: 'what a plan does to repositories, images and access',
  title:
    'terraform-ecr review says what a plan does to repositories, images and access, for the person who approves it.',
  usages: ['review [OPTION…] PLAN.json'],
  about: [
    "The plan is what 'terraform show -json tfplan' or 'tofu show -json tfplan' prints after 'terraform plan -out=tfplan', or - for standard input. What the plan marks as sensitive is not printed. AWS is not asked.",
  ],
  options: [
    {
      name: 'images',
      takes: 'FILE…',
      offers: 'file',
      help: "what 'aws ecr describe-images' printed, for any number of repositories: changed lifecycle policies are tried on them",
    },
    { name: 'now', takes: 'TIME', help: 'the time of that run, such as 2026-01-31T12:00:00Z (default: now)' },
    {
      name: 'format',
      takes: 'FORMAT',
      values: REVIEW_FORMATS,
      fallback: 'text',
      help: 'how it is printed, markdown for a comment on a pull request',
    },
    {
      name: 'fail-on',
      takes: 'SEVERITY',
      values: FAIL_LEVELS,
      fallback: 'error',
      help: 'exit with status 1 from this severity on',
    },
  ],
  after: [
    'Exit status: 0 no finding as severe as --fail-on, 1 at least one, 2 wrong use or a file that is not a plan.',
  ],
};

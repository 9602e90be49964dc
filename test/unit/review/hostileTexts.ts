import { planText } from './support.ts';

/** Text that is active in Markdown, HTML, a terminal or a CI log unless it is made harmless. */
export const HOSTILE = [
  '@octocat',
  '#1',
  'octo/repo#12',
  'GH-12',
  'https://evil.example',
  'www.evil.example',
  'evil@example.com',
  '<img src=x onerror=alert(1)>',
  '</code></details><script>alert(1)</script>',
  '![p](http://evil.example/p.png)',
  '[l](http://evil.example)',
  '`` ` ```',
  '| a | b |',
  '**bold** _it_ ~~no~~',
  'deadbeef',
  ':tada:',
  '\n\n# Heading\n\n- list',
  '\u001b[31mred\u001b[0m',
  '::error::broken',
  '##[error]broken',
  '\u202Eevil',
  '&lt;b&gt;',
  '```\n@octocat\n```',
  '\\@octocat',
];

const PULL = ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'];

/** A plan with a hostile text in every place where plans have texts. */
export function hostilePlan(text: string): string {
  const policy = (tag: string, days: number) =>
    JSON.stringify({
      rules: [
        {
          rulePriority: 1,
          selection: {
            tagStatus: 'tagged',
            tagPatternList: [`${tag}*`],
            countType: 'sinceImagePushed',
            countUnit: 'days',
            countNumber: days,
          },
          action: { type: 'expire' },
        },
      ],
    });
  const access = (principal: string) =>
    JSON.stringify({
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Principal: { AWS: principal }, Action: PULL, Condition: { StringEquals: { [text]: text } } },
      ],
    });
  const key = `["${text}"]`;
  return planText([
    {
      address: `aws_ecr_repository.a${key}`,
      actions: ['delete', 'create'],
      before: { name: text, image_tag_mutability: 'IMMUTABLE' },
      after: { name: `${text}2`, image_tag_mutability: 'MUTABLE' },
      change: { replace_paths: [['name'], [text]] },
    },
    {
      address: `aws_ecr_repository.b${key}`,
      actions: ['no-op'],
      before: { name: text },
      after: { name: text },
      more: { previous_address: `aws_ecr_repository.c${key}` },
      change: { importing: { id: text } },
    },
    {
      address: `aws_ecr_lifecycle_policy.a${key}`,
      actions: ['delete', 'create'],
      before: { repository: text, policy: policy(text, 9) },
      after: { repository: `${text}3`, policy: policy(text, 5) },
    },
    {
      address: `aws_ecr_repository_policy.a${key}`,
      actions: ['update'],
      before: { repository: text, policy: access('111122223333') },
      after: { repository: text, policy: access(text) },
    },
    {
      address: `aws_ecr_pull_through_cache_rule.a${key}`,
      actions: ['delete', 'create'],
      before: { ecr_repository_prefix: text, upstream_registry_url: text },
      after: { ecr_repository_prefix: 'x', upstream_registry_url: text },
    },
    { address: `aws_ecr_account_setting.a${key}`, actions: ['create'], after: { name: text, value: text } },
  ]);
}

import type { World } from '../../terraform/standIn/handlers.ts';

/** Code that was applied, the code that is planned then, and what a review says of that plan. */
export interface PlanScenario {
  readonly name: string;
  readonly applied: readonly string[];
  readonly planned: string;
  /** What AWS has when the plan is made; null for what was applied. */
  readonly world?: World;
  /** `SEVERITY KIND ADDRESS`, in order. */
  readonly findings: readonly string[];
}

const repository = (label: string, name: string, more = '') => `
resource "aws_ecr_repository" "${label}" {
  name                 = ${name.startsWith('var.') ? name : `"${name}"`}
  image_tag_mutability = "IMMUTABLE"

  image_scanning_configuration {
    scan_on_push = true
  }
${more}}
`;

const lifecycle = (
  label: string,
  selection: string,
  more = '',
  repositoryName = `aws_ecr_repository.${label}.name`,
) => `
resource "aws_ecr_lifecycle_policy" "${label}" {
  repository = ${repositoryName}

  policy = jsonencode({
    rules = [
      {
        rulePriority = 1
        selection    = { ${selection} }
        action       = { type = "expire" }
      },
    ]
  })
${more}}
`;

const days = (count: number) =>
  `tagStatus = "any", countType = "sinceImagePushed", countUnit = "days", countNumber = ${count}`;
/** The same in another order of keys. */
const daysAgain = (count: number) =>
  `countNumber = ${count}, countUnit = "days", countType = "sinceImagePushed", tagStatus = "any"`;

const access = (label: string, principals: string) => `
resource "aws_ecr_repository_policy" "${label}" {
  repository = aws_ecr_repository.${label}.name

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = ${principals}
        Action    = ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]
      },
    ]
  })
}
`;

const ACCOUNT = '{ AWS = "arn:aws:iam::111122223333:root" }';
const TWO_ACCOUNTS = '{ AWS = ["arn:aws:iam::111122223333:root", "arn:aws:iam::444455556666:root"] }';

const FORCED = '  force_delete = true\n';

const APP = repository('app', 'team/app');

/** The whole life of repositories and their policies, each step planned by Terraform. */
export const PLAN_SCENARIOS: readonly PlanScenario[] = [
  {
    name: 'create',
    applied: [],
    planned: APP + lifecycle('app', days(14)) + access('app', ACCOUNT),
    findings: ['info policy-added aws_ecr_lifecycle_policy.app', 'info access-widened aws_ecr_repository_policy.app'],
  },
  {
    name: 'update',
    applied: [APP + access('app', ACCOUNT)],
    planned: APP.replace('IMMUTABLE', 'MUTABLE').replace('= true', '= false') + access('app', TWO_ACCOUNTS),
    findings: [
      'warning setting-loosened aws_ecr_repository.app',
      'warning setting-loosened aws_ecr_repository.app',
      'warning access-widened aws_ecr_repository_policy.app',
    ],
  },
  {
    name: 'policy-edited',
    applied: [APP + lifecycle('app', days(14))],
    planned: APP + lifecycle('app', days(7)),
    findings: ['warning policy-changed aws_ecr_lifecycle_policy.app'],
  },
  {
    name: 'policy-respelled',
    applied: [APP + lifecycle('app', days(14))],
    planned: APP + lifecycle('app', daysAgain(14)),
    findings: [],
  },
  {
    name: 'policy-replaced-first-created',
    applied: [APP + lifecycle('app', days(7))],
    planned: APP + lifecycle('app', days(14), '\n  lifecycle {\n    create_before_destroy = true\n  }\n'),
    findings: ['warning policy-changed aws_ecr_lifecycle_policy.app'],
  },
  {
    name: 'renamed',
    applied: [APP + lifecycle('app', days(14)) + access('app', ACCOUNT)],
    planned: repository('app', 'team/api') + lifecycle('app', days(14)) + access('app', ACCOUNT),
    findings: ['warning repository-replaced aws_ecr_repository.app'],
  },
  {
    name: 'encrypted-otherwise',
    applied: [repository('app', 'team/app', FORCED) + lifecycle('app', days(14))],
    planned:
      repository('app', 'team/app', `${FORCED}\n  encryption_configuration {\n    encryption_type = "KMS"\n  }\n`) +
      lifecycle('app', days(14)),
    findings: ['error repository-replaced aws_ecr_repository.app'],
  },
  {
    name: 'destroyed',
    applied: [APP + repository('web', 'team/web', FORCED) + lifecycle('web', days(14))],
    planned: '',
    findings: [
      'error repository-destroyed aws_ecr_repository.web',
      'warning repository-destroyed aws_ecr_repository.app',
    ],
  },
  {
    name: 'forgotten',
    applied: [APP],
    planned: 'removed {\n  from = aws_ecr_repository.app\n\n  lifecycle {\n    destroy = false\n  }\n}\n',
    findings: ['info repository-forgotten aws_ecr_repository.app'],
  },
  {
    name: 'moved',
    applied: [APP + lifecycle('app', days(14))],
    planned: `${repository('api', 'team/app')}${lifecycle('api', days(14))}
moved {
  from = aws_ecr_repository.app
  to   = aws_ecr_repository.api
}

moved {
  from = aws_ecr_lifecycle_policy.app
  to   = aws_ecr_lifecycle_policy.api
}
`,
    findings: ['info repository-moved aws_ecr_repository.api'],
  },
  {
    name: 'moved-and-renamed',
    applied: [APP],
    planned: `${repository('api', 'team/api')}
moved {
  from = aws_ecr_repository.app
  to   = aws_ecr_repository.api
}
`,
    findings: ['warning repository-replaced aws_ecr_repository.api'],
  },
  {
    name: 'imported',
    applied: [],
    planned: `${APP}
import {
  to = aws_ecr_repository.app
  id = "team/app"
}
`,
    world: {
      aws_ecr_repository: {
        'team/app': { image_tag_mutability: 'IMMUTABLE', image_scanning_configuration: [{ scan_on_push: true }] },
      },
    },
    findings: ['info repository-imported aws_ecr_repository.app'],
  },
  {
    name: 'drifted',
    applied: [APP],
    planned: APP,
    world: {
      aws_ecr_repository: {
        'team/app': { image_tag_mutability: 'MUTABLE', image_scanning_configuration: [{ scan_on_push: true }] },
      },
    },
    findings: ['info setting-tightened aws_ecr_repository.app', 'info drift aws_ecr_repository.app'],
  },
  {
    name: 'unknown',
    applied: [APP],
    planned: `${APP}
resource "terraform_data" "rules" {
  input = { rules = [] }
}

resource "aws_ecr_lifecycle_policy" "app" {
  repository = aws_ecr_repository.app.name
  policy     = jsonencode(terraform_data.rules.output)
}
`,
    findings: ['info unknown aws_ecr_lifecycle_policy.app'],
  },
  {
    name: 'sensitive',
    applied: [
      `variable "name" {\n  sensitive = true\n  default   = "hush/orders"\n}\n${repository('app', 'var.name')}${lifecycle('app', days(14), '', 'aws_ecr_repository.app.id')}`,
    ],
    planned: `variable "name" {\n  sensitive = true\n  default   = "hush/invoices"\n}\n${repository('app', 'var.name')}${lifecycle('app', days(7), '', 'aws_ecr_repository.app.id')}`,
    findings: [
      'warning repository-replaced aws_ecr_repository.app',
      'info policy-changed aws_ecr_lifecycle_policy.app',
      'info unknown aws_ecr_lifecycle_policy.app',
    ],
  },
];

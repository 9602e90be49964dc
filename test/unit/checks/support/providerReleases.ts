import { ruleIds } from '../../support/checkProblems.ts';

export const LOCK = '.terraform.lock.hcl';

export const versions = (constraint: string) =>
  `terraform {\n  required_providers {\n    aws = {\n      source  = "hashicorp/aws"\n      version = "${constraint}"\n    }\n  }\n}\n`;

export const lock = (version: string) =>
  `provider "registry.terraform.io/hashicorp/aws" {\n  version = "${version}"\n  hashes  = ["h1:x"]\n}\n`;

export const found = (constraint: string | null, text: string, locked: string | null = null) =>
  ruleIds({
    'main.tf': text,
    ...(constraint === null ? {} : { 'versions.tf': versions(constraint) }),
    ...(locked === null ? {} : { [LOCK]: lock(locked) }),
  }).filter((id) => id.endsWith('-version'));

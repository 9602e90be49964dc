import { describe, expect, it } from 'vitest';
import { checkOnly, ruleIdsOnly } from '../../support/checkProblems.ts';
import { repository, SCANNED } from '../support/postureRepositories.ts';

const ID = 'repository-force-delete';

describe(ID, () => {
  const forced = (name: string, body = SCANNED) =>
    `  name                 = ${name}\n  image_tag_mutability = "IMMUTABLE"\n  force_delete         = true\n${body}`;
  const marked = (text: string) =>
    text.replace('= true\n', `= true\n${' '.repeat(25)}^^^^ hint repository-force-delete\n`);
  const encryption = (key: string) =>
    `${SCANNED}\n  encryption_configuration {\n    encryption_type = "KMS"\n    kms_key         = ${key}\n  }\n`;
  const lifecycle = (text: string) => `${SCANNED}\n  lifecycle {\n    ${text}\n  }\n`;

  it.each([
    ['a variable in the name', forced('"${var.team}/app"')],
    ['a resource in the name', forced('random_pet.name.id')],
    ['a key of another resource', forced('"app"', encryption('aws_kms_key.k.arn'))],
    ['no protection after all', forced('var.name', lifecycle('prevent_destroy = false'))],
  ])('is reported at the value beside %s', (_, body) => {
    checkOnly(ID, repository(marked(body)));
  });

  it.each([
    ['a name that is written out', forced('"app"')],
    ['a name of the instance', forced('"app-${count.index}"')],
    ['a key that is written out', forced('"app"', encryption('"arn:aws:kms:eu-west-1:123456789012:key/k"'))],
    ['an unknown force_delete', forced('var.name').replace('= true', '= var.force')],
    ['no force_delete', forced('var.name').replace('= true', '= false')],
    ['prevent_destroy', forced('var.name', lifecycle('prevent_destroy = true'))],
    ['ignored changes', forced('var.name', lifecycle('ignore_changes = [name]'))],
    ['all changes ignored', forced('var.name', lifecycle('ignore_changes = all'))],
  ])('says nothing beside %s', (_, body) => {
    expect(ruleIdsOnly(ID, repository(body))).toEqual([]);
  });
});

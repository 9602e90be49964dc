import { argumentIn } from '../../ecr/blocks/bodyParts.ts';
import { judgedValues } from '../../ecr/blocks/judgedValues.ts';
import { isSingle } from '../../ecr/instances.ts';
import { isCacheRule, isWrongSecretName, secretBehind } from '../../ecr/registry/cacheRule.ts';
import { homeOf } from '../../ecr/registry/home.ts';
import { Evaluator } from '../../evaluate/evaluate.ts';
import type { Value } from '../../evaluate/values/value.ts';
import { SECRET_PREFIX } from '../../facts/registry/upstreamRegistries.ts';
import type { BlockDeclaration } from '../../module/declarations/declarations.ts';
import { attributeOf } from '../../module/declarations/declarations.ts';
import type { RecordingScope } from '../../module/tracking/recordingScope.ts';
import { HOLE } from '../../syntax/tree/mappedText.ts';
import type { ArgumentsCheck, Finding } from '../check.ts';
import { replaceText } from '../support/valueFixes.ts';

export const cacheSecretName: ArgumentsCheck = {
  subject: 'arguments',
  id: 'cache-secret-name',
  title: "AWS rejects the name of a cache rule's secret",
  severity: 'error',
  *check(block, scope) {
    const written = argumentIn(block.body, 'credential_arn');
    if (written === undefined || block.isNever || !isCacheRule(block)) return;
    const home = homeOf(block, scope);
    for (const value of judgedValues(written.value)) {
      const secret = secretBehind(value, scope);
      if (secret !== null) yield* checkSecret(secret, value, scope);
      else if (value.kind === 'string' || value.kind === 'partial-string') yield* checkArn(value, home.region);
    }
  },
};

const BEGINNING = `The name of the secret must begin with ${SECRET_PREFIX}`;
const ANSWER = 'AWS refuses any other at apply';

/** Reported on the secret's name, because that is what must change. */
function* checkSecret(secret: BlockDeclaration, user: Value, scope: RecordingScope): Iterable<Finding> {
  const { block, source } = secret;
  if (!isSingle(secret, scope)) return;
  const attribute = attributeOf(block, 'name') ?? attributeOf(block, 'name_prefix');
  if (attribute === undefined) return;
  const value = new Evaluator(scope).evaluate({ source, expression: attribute.value });
  if (value.kind !== 'string' && value.kind !== 'partial-string') return;
  if (attribute.name.text === 'name' ? !isWrongSecretName(value.mapped.text) : !isWrongPrefix(value.mapped.text))
    return;
  yield {
    place: value.place,
    message: `${BEGINNING}; ${ANSWER}. A new name makes a new secret.`,
    related: [{ place: user.place, message: 'The cache rule that uses it' }],
    fixes: value.kind === 'string' ? replaceText(value, `${SECRET_PREFIX}${value.value.replace(/^.*\//s, '')}`) : [],
  };
}

/** A name made from a prefix only adds to it. */
function isWrongPrefix(prefix: string): boolean {
  return prefix.includes(HOLE) ? isWrongSecretName(prefix) : !prefix.startsWith(SECRET_PREFIX);
}

const ARN = /^arn:[^:]*:([^:]*):([^:]*):[^:]*:(?:secret:(.*))?/s;

function* checkArn(value: Value & { kind: 'string' | 'partial-string' }, region: string | null): Iterable<Finding> {
  const [whole, service = '', of = '', name] = ARN.exec(value.mapped.text) ?? [];
  if (whole === undefined || service.includes(HOLE)) return;
  const { place } = value;
  if (service !== 'secretsmanager') {
    const message = `This is an ARN of ${service}: credential_arn takes that of a secret in Secrets Manager whose name begins with ${SECRET_PREFIX}. ${ANSWER}.`;
    yield { place, message };
  } else if (name !== undefined && isWrongSecretName(name)) {
    yield { place, message: `${BEGINNING}; ${ANSWER}.` };
  } else if (region !== null && !of.includes(HOLE) && of !== region) {
    yield {
      place,
      severity: 'warning',
      message: `The secret is in ${of} and the rule in ${region}: AWS reads the credentials in the region of the rule.`,
    };
  }
}

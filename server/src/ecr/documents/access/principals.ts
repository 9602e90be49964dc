import type { AccessPolicy, AccessStatement, Principal } from './accessPolicy.ts';

/** An ARN of IAM or STS, split into its parts. */
export interface PrincipalArn {
  readonly partition: string;
  readonly service: string;
  readonly account: string;
  readonly resource: string;
}

/** The parts of a principal's ARN; null for any other text. */
export function readPrincipalArn(text: string): PrincipalArn | null {
  const [arn, partition, service, , account, ...resource] = text.split(':');
  if (arn !== 'arn' || partition === undefined || service === undefined || account === undefined) return null;
  return { partition, service, account, resource: resource.join(':') };
}

const accounts = new WeakMap<Principal, string | null>();

/** The known account of an AWS principal; null for any other. */
export function accountOf(principal: Principal): string | null {
  let account = accounts.get(principal);
  if (account === undefined) {
    account = readAccount(principal);
    accounts.set(principal, account);
  }
  return account;
}

function readAccount({ kind, text }: Principal): string | null {
  if (kind !== 'AWS' || text === null) return null;
  if (/^\d{12}$/.test(text)) return text;
  const account = readPrincipalArn(text)?.account ?? '';
  return /^\d{12}$/.test(account) ? account : null;
}

/** True for an AWS principal that means a whole account. */
function isAccount({ kind, text }: Principal): boolean {
  return kind === 'AWS' && text !== null && /^(?:arn:[\w-]+:iam::)?\d{12}(?::root)?$/.test(text);
}

/** True for the principal that means everyone. */
export function isEveryone({ kind, text }: Principal): boolean {
  return text === '*' && (kind === '*' || kind === 'AWS');
}

/** The listed principals of a statement, unless they are exclusions. */
export function listedPrincipals({ principals }: AccessStatement): readonly Principal[] {
  return principals.state === 'known' && !principals.isNegated ? principals.entries : [];
}

/** The principal that opens a statement to everyone. */
export function everyoneIn(statement: AccessStatement): Principal | undefined {
  return listedPrincipals(statement).find(isEveryone);
}

/** True when a statement may apply to an AWS principal, under any name. */
export function mayBeAbout({ principals }: AccessStatement, principal: Principal): boolean {
  if (principals.state !== 'known') return principals.state === 'unknown';
  if (principals.isNegated || principals.open) return true;
  return principals.entries.some((entry) => mayBeSame(entry, principal));
}

function mayBeSame(entry: Principal, principal: Principal): boolean {
  if (isEveryone(entry)) return true;
  if (entry.kind !== principal.kind) return false;
  if (entry.text === null || principal.text === null || entry.text === principal.text) return true;
  const account = accountOf(entry);
  // The root of an account covers its roles, and a role may be covered by its account's root.
  return account !== null && account === accountOf(principal) && (isAccount(entry) || isAccount(principal));
}

/** The statements that allow. */
export function allowing({ statements }: AccessPolicy): readonly AccessStatement[] {
  return statements.filter(({ effect }) => effect.state === 'known' && effect.value === 'Allow');
}

/** The statements that deny or may deny. */
export function denying({ statements }: AccessPolicy): readonly AccessStatement[] {
  return statements.filter(({ effect }) => effect.state !== 'known' || effect.value === 'Deny');
}

/** True for a service as one of the statement's principals, such as `lambda.amazonaws.com`. */
export function isForService(statement: AccessStatement, name: string): boolean {
  return listedPrincipals(statement).some(({ kind, text }) => kind === 'Service' && serviceName(text) === name);
}

/**
 * The name before the domain: `lambda` of `lambda.amazonaws.com`, of `lambda.eu-west-1.amazonaws.com` and of the
 * Chinese domain.
 */
export function serviceName(text: string | null): string | null {
  return /^([\w-]+)\.(?:[\w-]+\.)?amazonaws\.com(?:\.cn)?$/i.exec(text ?? '')?.[1]?.toLowerCase() ?? null;
}

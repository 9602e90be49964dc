import type { Connection, ConnectionOptions, Message } from 'vscode-languageserver';
import { ErrorCodes, ResponseError } from 'vscode-languageserver';
import { isRecord } from '../facts/isRecord.ts';
import { REFUSED } from '../protocol/refusals.ts';

/** Why a request is refused, in its answer. */
interface Refusal {
  readonly code: number;
  readonly message: string;
}

/**
 * Options of a connection that enforce the protocol's order: `initialize` first and once, only `exit` after `shutdown`.
 * `beforeOthers` is called before each message that may need more than the answer to `initialize`. Requests out of turn
 * get their errors from `refuseOutOfTurn`; notifications out of turn are dropped.
 */
export function inTurn(beforeOthers: () => void = () => undefined): ConnectionOptions {
  let state: 'new' | 'running' | 'ended' = 'new';
  const refusalOf = (method: string): Refusal | null => {
    if (state === 'ended') return { code: ErrorCodes.InvalidRequest, message: 'The server has been shut down.' };
    if (state === 'new' && method !== 'initialize') {
      return { code: ErrorCodes.ServerNotInitialized, message: 'The server has not been initialized.' };
    }
    if (state === 'running' && method === 'initialize') {
      return { code: ErrorCodes.InvalidRequest, message: 'The server has already been initialized.' };
    }
    return null;
  };
  return {
    messageStrategy: {
      async handleMessage(message, next) {
        if (!isCall(message)) return next(message);
        const { method } = message;
        const refusal = method === 'exit' || method === '$/cancelRequest' ? null : refusalOf(method);
        if (refusal !== null) return 'id' in message ? next(refused(message, refusal)) : undefined;
        if (method === 'initialize') state = 'running';
        else if (state === 'running' && method !== 'shutdown' && method !== 'exit') beforeOthers();
        if (method === 'shutdown') state = 'ended';
        return next(method === 'initialize' ? withCapabilities(message) : message);
      },
    },
  };
}

/** Answers requests that arrive out of turn. */
export function refuseOutOfTurn(connection: Connection): void {
  connection.onRequest(REFUSED, ({ code, message }: Refusal) => {
    throw new ResponseError(code, message);
  });
}

interface Call extends Message {
  readonly method: string;
  readonly params?: unknown;
}

function isCall(message: Message): message is Call {
  return 'method' in message && typeof message.method === 'string';
}

function refused(message: Call, refusal: Refusal): Call {
  return { ...message, method: REFUSED, params: refusal };
}

/** A client that declares no capabilities has none. */
function withCapabilities(message: Call): Call {
  const given = isRecord(message.params) ? message.params : {};
  return {
    ...message,
    params: { ...given, capabilities: isRecord(given['capabilities']) ? given['capabilities'] : {} },
  };
}

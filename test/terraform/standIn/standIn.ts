import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { handleUnaryCall, ServiceDefinition } from '@grpc/grpc-js';
import { Server, ServerCredentials, status } from '@grpc/grpc-js';
import { loadSync } from '@grpc/proto-loader';
import type { ProviderSchema } from '../providerSchema.ts';
import { PROVIDER_SCHEMA } from '../providerSchema.ts';
import type { Handler, Request, World } from './handlers.ts';
import { handlersOf, mapped } from './handlers.ts';

/** A provider that a `terraform` process can use in place of hashicorp/aws. */
export interface StandIn {
  /** The variables that make a process use it. */
  readonly env: Readonly<Record<string, string>>;
  close(): void;
}

const MESSAGE_LIMIT = 256 << 20;

/**
 * Starts a stand-in for the AWS provider: it serves the schemas of the ECR types over the plugin protocol, so that
 * Terraform itself judges arguments, types, references, instances, moves and imports, and makes real plans. It does not
 * know AWS or validators of values. Many runs may share one stand-in.
 */
export async function startStandIn(
  world: World | null = null,
  schema: ProviderSchema = PROVIDER_SCHEMA,
): Promise<StandIn> {
  const server = new Server({
    'grpc.max_receive_message_length': MESSAGE_LIMIT,
    'grpc.max_send_message_length': MESSAGE_LIMIT,
  });
  server.addService(providerService(), mapped(handlersOf(schema, world), asCall));
  const folder = mkdtempSync(join(tmpdir(), 'stand-in-'));
  const socket = join(folder, 'provider.sock');
  await new Promise<void>((done, failed) => {
    server.bindAsync(`unix:${socket}`, ServerCredentials.createInsecure(), (error) =>
      error === null ? done() : failed(error),
    );
  });
  const at = {
    Protocol: 'grpc',
    ProtocolVersion: 5,
    Pid: process.pid,
    Test: true,
    Addr: { Network: 'unix', String: socket },
  };
  const providers = { 'registry.terraform.io/hashicorp/aws': at, 'registry.opentofu.org/hashicorp/aws': at };
  return {
    env: { TF_REATTACH_PROVIDERS: JSON.stringify(providers), CHECKPOINT_DISABLE: '1', TF_IN_AUTOMATION: '1' },
    close: () => {
      server.forceShutdown();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The calls of the protocol, with their messages. */
function providerService(): ServiceDefinition {
  const path = fileURLToPath(new URL('providerProtocol.proto', import.meta.url));
  const definitions = loadSync(path, { keepCase: true, enums: String, defaults: false, arrays: true });
  const service = definitions['tfplugin5.Provider'];
  if (service === undefined || 'format' in service) throw new Error('the protocol names no provider');
  return service;
}

function asCall(handle: Handler): handleUnaryCall<Request, object> {
  return ({ request }, done) => {
    try {
      done(null, handle(request));
    } catch (error) {
      done({ code: status.INTERNAL, details: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
  };
}
